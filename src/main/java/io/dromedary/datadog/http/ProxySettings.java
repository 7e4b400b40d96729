// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog.http;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which proxy a host is reached through, by the variables every tool knows: {@code HTTPS_PROXY}, {@code HTTP_PROXY} and
 * {@code NO_PROXY}, the lower-case spellings first. Hosts of this machine are never reached through one.
 */
public final class ProxySettings {

    private final Map<String, String> environment;
    private final NoProxy exceptions;
    private final Once<Optional<Proxy>> forHttps;
    private final Once<Optional<Proxy>> forHttp;

    private ProxySettings(Map<String, String> environment) {
        this.environment = environment;
        exceptions = NoProxy.parse(variable("NO_PROXY").orElse(""));
        forHttps = new Once<>(() -> proxy("HTTPS_PROXY"));
        forHttp = new Once<>(() -> proxy("HTTP_PROXY"));
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

    /** Reads the variables; what is wrong with one is told when a call would need it, so that everything else works. */
    public static ProxySettings of(Map<String, String> environment) {
        return new ProxySettings(Map.copyOf(environment));
    }

    /**
     * Returns the proxy to use for {@code scheme://host:port}.
     *
     * @throws FailedException if it is not of the form {@code [http[s]://][user:password@]host[:port]}
     */
    public Optional<Proxy> proxyFor(String scheme, String host, int port) {
        if (exceptions.covers(host, port)) {
            return Optional.empty();
        }
        return scheme.equalsIgnoreCase("https") ? forHttps.get() : forHttp.get();
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name.toLowerCase(Locale.ROOT)))
                .or(() -> Optional.ofNullable(environment.get(name)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private Optional<Proxy> proxy(String name) {
        return variable(name).map(value -> parse(name, value.contains("://") ? value : "http://" + value));
    }

    private static Proxy parse(String name, String value) {
        try {
            var uri = new URI(value);
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
                throw unusable(name);
            }
            int port = uri.getPort() > 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
            var account = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
            int colon = account.indexOf(':');
            var user = colon < 0 ? account : account.substring(0, colon);
            var password = colon < 0 ? "" : account.substring(colon + 1);
            return new Proxy(scheme, uri.getHost(), port, decode(user), decode(password));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw unusable(name);
        }
    }

    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Neither the value nor the cause, which quotes it, is told: it may hold a password. */
    private static FailedException unusable(String name) {
        return new FailedException(new Failure(
                500,
                Source.PLUGIN,
                "The environment variable " + name + " is not the http:// or https:// URL of a proxy"));
    }
}
