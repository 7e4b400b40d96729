// SPDX-License-Identifier: Apache-2.0
package io.dromedary.api;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the HTTP door. With tokens configured, whoever shows one; without, programs on this machine only. Health
 * is open to all: it is asked by load balancers and tells nothing else. So is the first page, which asks for a token
 * itself. Stateless.
 */
public final class HttpGate {

    private static final String OPEN_PATH = "/observe/health";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
    private static final String BEARER = "bearer ";

    private final List<byte[]> tokenDigests;

    /**
     * @param host address the door listens on
     * @param tokens accepted bearer tokens, separated by commas; may be empty on loopback only
     * @throws IllegalArgumentException if the door would be open to other machines without a token
     */
    public HttpGate(String host, String tokens) {
        tokenDigests = tokens.isBlank()
                ? List.of()
                : List.of(tokens.split(",")).stream()
                        .map(String::strip)
                        .filter(token -> !token.isEmpty())
                        .map(HttpGate::digest)
                        .toList();
        if (tokenDigests.isEmpty() && !isLoopback(host)) {
            throw new IllegalArgumentException("dromedary.http.host is " + host
                    + ", which other machines reach: set dromedary.http.tokens, or listen on 127.0.0.1");
        }
    }

    /** Why a request is turned away. */
    public record Refusal(int status, String text) {}

    /**
     * Checks one request before anything else reads it.
     *
     * @param authorization the header of that name
     * @param host the Host header: a page elsewhere that points its own name at this machine is told by it
     * @param origin the Origin header: set by browsers
     * @return empty if it may pass
     */
    public Optional<Refusal> check(
            String path, @Nullable String authorization, @Nullable String host, @Nullable String origin) {
        if (path.equals(OPEN_PATH) || path.startsWith(OPEN_PATH + "/")) {
            return Optional.empty();
        }
        if (tokenDigests.isEmpty()) {
            return checkLocal(host, origin);
        }
        return path.equals("/") || path.startsWith(PageFiles.ROOT) ? Optional.empty() : checkToken(authorization);
    }

    private Optional<Refusal> checkToken(@Nullable String authorization) {
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return Optional.of(new Refusal(401, "Send a token: Authorization: Bearer <token>"));
        }
        var shown = digest(authorization.substring(BEARER.length()).strip());
        var known = false;
        for (var digest : tokenDigests) {
            known |= MessageDigest.isEqual(digest, shown); // all are compared, so that time tells nothing
        }
        return known ? Optional.empty() : Optional.of(new Refusal(401, "This token is not accepted"));
    }

    private static Optional<Refusal> checkLocal(@Nullable String host, @Nullable String origin) {
        if (host != null && !isLoopback(withoutPort(host))) {
            return Optional.of(new Refusal(403, "Without a token this door answers on localhost only"));
        }
        if (origin != null && !isLoopback(hostOf(origin))) {
            return Optional.of(new Refusal(403, "Without a token this door answers no page of another site"));
        }
        return Optional.empty();
    }

    static boolean isLoopback(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        return LOOPBACK.contains(name) || name.matches("127(\\.\\d{1,3}){3}");
    }

    private static String withoutPort(String host) {
        var colon = host.lastIndexOf(':');
        return colon < 0 || host.endsWith("]") ? host : host.substring(0, colon);
    }

    private static String hostOf(String origin) {
        try {
            var host = URI.create(origin).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
