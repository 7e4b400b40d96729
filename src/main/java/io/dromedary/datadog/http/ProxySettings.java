// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which proxy a host is reached through, by the variables every tool knows: {@code HTTPS_PROXY}, {@code HTTP_PROXY} and
 * {@code NO_PROXY}, the lower-case spellings first. Hosts of this machine are never reached through one.
 */
public final class ProxySettings {

    private final @Nullable Proxy forHttps;
    private final @Nullable Proxy forHttp;
    private final NoProxy exceptions;

    private ProxySettings(@Nullable Proxy forHttps, @Nullable Proxy forHttp, NoProxy exceptions) {
        this.forHttps = forHttps;
        this.forHttp = forHttp;
        this.exceptions = exceptions;
    }

    /**
     * A proxy.
     *
     * @param scheme {@code http} or {@code https}: how the proxy itself is spoken to
     * @param user empty if it asks for none
     */
    public record Proxy(String scheme, String host, int port, String user, String password) {

        @Override
        public String toString() {
            return scheme + "://" + host + ":" + port;
        }
    }

    /**
     * Reads the variables.
     *
     * @throws IllegalArgumentException if a proxy is not of the form {@code [http[s]://][user:password@]host[:port]}
     */
    public static ProxySettings of(Map<String, String> environment) {
        return new ProxySettings(
                proxy("HTTPS_PROXY", environment),
                proxy("HTTP_PROXY", environment),
                NoProxy.parse(variable("NO_PROXY", environment).orElse("")));
    }

    /** Returns the proxy to use for {@code scheme://host:port}. */
    public Optional<Proxy> proxyFor(String scheme, String host, int port) {
        var proxy = scheme.equalsIgnoreCase("https") ? forHttps : forHttp;
        return proxy == null || exceptions.covers(host, port) ? Optional.empty() : Optional.of(proxy);
    }

    private static Optional<String> variable(String name, Map<String, String> environment) {
        return Optional.ofNullable(environment.get(name.toLowerCase(Locale.ROOT)))
                .or(() -> Optional.ofNullable(environment.get(name)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static @Nullable Proxy proxy(String name, Map<String, String> environment) {
        return variable(name, environment)
                .map(value -> parse(name, value.contains("://") ? value : "http://" + value))
                .orElse(null);
    }

    /** The value is left out of the message: it may hold a password. */
    private static Proxy parse(String name, String value) {
        try {
            var uri = new URI(value);
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
                throw new IllegalArgumentException(name + " is not the http:// or https:// address of a proxy");
            }
            int port = uri.getPort() > 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
            var account = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
            int colon = account.indexOf(':');
            var user = colon < 0 ? account : account.substring(0, colon);
            var password = colon < 0 ? "" : account.substring(colon + 1);
            return new Proxy(scheme, uri.getHost(), port, decode(user), decode(password));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name + " is not the address of a proxy");
        }
    }

    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
