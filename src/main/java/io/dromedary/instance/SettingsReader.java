// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * Turns what Grafana sends into settings that can be used, or says what is wrong with it. The first problem found is
 * told; no message holds a secret. Stateless.
 */
public final class SettingsReader {

    /** Grafana's own default for data sources that ask over HTTP. */
    static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    private static final int MAX_TIMEOUT_SECONDS = 600;
    private static final int MAX_DIGITS = 20;
    private static final String SOCKS_ENABLED = SettingsFingerprint.PROXY_PREFIX + "SERVER_ENABLED";
    private static final Secret NO_KEY = new Secret("");

    private final AddressReader addresses = new AddressReader();
    private final KeyReader keys = new KeyReader();
    private final TlsReader tls = new TlsReader();

    /**
     * Returns the settings, checked.
     *
     * @throws SettingsException if something is missing or cannot be meant
     */
    public Settings read(SettingsSource source) {
        try {
            return checked(source);
        } catch (SettingsException e) {
            throw e.naming(source.key());
        }
    }

    private Settings checked(SettingsSource source) {
        var open = OpenSettings.parse(source.jsonData());
        var address = addresses.read(open, source.url());
        var timeout = timeout(open);
        var whenLimited = open.word(Option.RATE_LIMIT, WhenLimited.class).orElse(WhenLimited.WAIT);
        var appUrl = addresses.pages(open, address);
        if (address.sandbox()) {
            return new Settings(
                    null, address.apiUrl(), true, NO_KEY, NO_KEY, timeout, Tls.DEFAULT, whenLimited, appUrl);
        }
        refuseSocksProxy(open, source);
        return new Settings(
                address.site(),
                address.apiUrl(),
                false,
                keys.read(Option.API_KEY, source.secrets()),
                keys.read(Option.APP_KEY, source.secrets()),
                timeout,
                tls.read(open, source.secrets()),
                whenLimited,
                appUrl);
    }

    private static Duration timeout(OpenSettings open) {
        return open.number(Option.TIMEOUT).map(SettingsReader::seconds).orElse(DEFAULT_TIMEOUT);
    }

    private static Duration seconds(String text) {
        try {
            // a long text could hold a number whose arithmetic takes minutes
            var seconds = new BigDecimal(text.length() > MAX_DIGITS ? "" : text);
            if (seconds.signum() > 0 && seconds.compareTo(BigDecimal.valueOf(MAX_TIMEOUT_SECONDS)) <= 0) {
                return Duration.ofMillis(seconds.movePointRight(3)
                        .setScale(0, RoundingMode.CEILING)
                        .longValueExact());
            }
            throw new SettingsException(
                    "jsonData.timeout must be more than 0 and at most " + MAX_TIMEOUT_SECONDS + " seconds");
        } catch (NumberFormatException e) {
            throw new SettingsException("jsonData.timeout must be a number of seconds, like 30");
        }
    }

    /** Going round a proxy that was asked for would be worse than not going at all. */
    private static void refuseSocksProxy(OpenSettings open, SettingsSource source) {
        var offered = Boolean.parseBoolean(source.grafanaConfig().getOrDefault(SOCKS_ENABLED, "false"));
        if (offered && open.flag(Option.ENABLE_SECURE_SOCKS_PROXY)) {
            throw new SettingsException("Grafana's secure socks proxy cannot be used yet: switch off "
                    + Option.ENABLE_SECURE_SOCKS_PROXY.fullName() + ", or reach Datadog through HTTPS_PROXY");
        }
    }
}
