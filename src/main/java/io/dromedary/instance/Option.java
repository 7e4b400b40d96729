// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Everything a data source can be configured with; {@code docs/data-source-settings.md} explains each to the user. */
public enum Option {
    /** Datadog site by domain or name ({@code datadoghq.eu}, {@code EU1}), or {@code sandbox}. */
    SITE("site", Place.OPEN),
    /** Root of the API instead of a site: a proxy, or a site that is not known here. */
    URL("url", Place.OPEN),
    /** Longest wait for one answer of Datadog, seconds: a number or a numeric text. */
    TIMEOUT("timeout", Place.OPEN),
    /** What a call does that a rate limit does not allow: {@code wait} or {@code fail}; it waits when left out. */
    RATE_LIMIT("rateLimit", Place.OPEN),
    /** Whether cells link to Datadog's own pages; on when left out. */
    DATA_LINKS("dataLinks", Place.OPEN),
    /** Where these pages are, for accounts with a sub-domain of their own and for free URLs; else the site tells. */
    APP_URL("appUrl", Place.OPEN),
    /** Whether the API host's certificate is left unchecked. */
    TLS_SKIP_VERIFY("tlsSkipVerify", Place.OPEN),
    /** Whether {@link #TLS_CA_CERT} is trusted instead of the platform's authorities. */
    TLS_AUTH_WITH_CA_CERT("tlsAuthWithCACert", Place.OPEN),
    /** Whether a certificate of our own is shown to the API host. */
    TLS_AUTH("tlsAuth", Place.OPEN),
    /** Name expected in the API host's certificate instead of the URL's. */
    SERVER_NAME("serverName", Place.OPEN),
    /** Grafana's private connection; refused where Grafana has one switched on, ignored elsewhere. */
    ENABLE_SECURE_SOCKS_PROXY("enableSecureSocksProxy", Place.OPEN),
    /** Datadog's API key. */
    API_KEY("apiKey", Place.SECRET),
    /** Datadog's application key. */
    APP_KEY("appKey", Place.SECRET),
    /** Certificates to trust, PEM. */
    TLS_CA_CERT("tlsCACert", Place.SECRET),
    /** Own certificate chain, PEM. */
    TLS_CLIENT_CERT("tlsClientCert", Place.SECRET),
    /** Key of the own certificate, PEM without a passphrase. */
    TLS_CLIENT_KEY("tlsClientKey", Place.SECRET);

    /** Where Grafana keeps a setting. */
    public enum Place {
        /** {@code jsonData}: readable by everybody who may see the data source. */
        OPEN("jsonData"),
        /** {@code secureJsonData}: encrypted, never sent to a browser. */
        SECRET("secureJsonData");

        private final String wireName;

        Place(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    private final String key;
    private final Place place;

    Option(String key, Place place) {
        this.key = key;
        this.place = place;
    }

    /** Returns the name within its place, for example {@code site}. */
    public String key() {
        return key;
    }

    public Place place() {
        return place;
    }

    /** Returns the name users read in messages, for example {@code jsonData.site}. */
    public String fullName() {
        return place.wireName() + "." + key;
    }

    /** Returns the name in properties, for example {@code api-key}. */
    public String kebab() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<Option> secrets() {
        return Arrays.stream(values())
                .filter(option -> option.place == Place.SECRET)
                .toList();
    }
}
