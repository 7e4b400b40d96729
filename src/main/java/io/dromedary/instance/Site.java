// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Datadog's sites. The API host is {@code api.<domain>} on each; where people look at dashboards differs. */
public enum Site {
    US1("datadoghq.com", "app.datadoghq.com"),
    US3("us3.datadoghq.com", "us3.datadoghq.com"),
    US5("us5.datadoghq.com", "us5.datadoghq.com"),
    EU1("datadoghq.eu", "app.datadoghq.eu"),
    AP1("ap1.datadoghq.com", "ap1.datadoghq.com"),
    AP2("ap2.datadoghq.com", "ap2.datadoghq.com"),
    UK1("uk1.datadoghq.com", "uk1.datadoghq.com"),
    US1_FED("ddog-gov.com", "app.ddog-gov.com"),
    US2_FED("us2.ddog-gov.com", "us2.ddog-gov.com");

    private final String domain;
    private final String appHost;

    Site(String domain, String appHost) {
        this.domain = domain;
        this.appHost = appHost;
    }

    /** Returns the value of {@code jsonData.site}, for example {@code datadoghq.eu}. */
    public String domain() {
        return domain;
    }

    public URI apiUrl() {
        return URI.create("https://api." + domain);
    }

    /** Returns where links to Datadog's own pages lead. */
    public URI appUrl() {
        return URI.create("https://" + appHost);
    }

    /** Returns the name Datadog gives it, for example {@code US1-FED}. */
    public String label() {
        return name().replace('_', '-');
    }

    /** Finds the site whose web pages, not API, are at {@code host} (lower case). */
    public static Optional<Site> ofUiHost(String host) {
        return Arrays.stream(values())
                .filter(site ->
                        host.equals(site.appHost) || host.equals(site.domain) || host.equals("app." + site.domain))
                .findFirst();
    }

    /**
     * Finds a site by its domain ({@code us3.datadoghq.com}) or its name ({@code US3}, {@code us1-fed}), in any case.
     */
    public static Optional<Site> find(String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(site -> site.domain.equals(wanted)
                        || site.label().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }
}
