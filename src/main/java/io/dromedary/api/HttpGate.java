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
 * Who may use the HTTP door. With tokens configured, whoever shows one; without, programs on this machine only. What
 * changes something wants an admin's token. Health, which load balancers ask for, the contract and the first page,
 * which asks for a token itself, are open to all who reach the door: they tell nothing of what is configured.
 * Stateless.
 */
public final class HttpGate {

    private static final String HEALTH = "/observe/health";

    /** What a browser opens, which cannot show a token. */
    private static final Set<String> OPEN_PAGES = Set.of("/", "/openapi.yaml", "/docs", "/docs/style.css");

    /** Methods that read: queries are asked by POST. */
    private static final Set<String> READING = Set.of("GET", "HEAD", "POST");

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
    private static final String BEARER = "bearer ";

    private final List<byte[]> readers;
    private final List<byte[]> admins;

    /**
     * Takes the tokens.
     *
     * @param host address the door listens on
     * @param tokens bearer tokens that may read, separated by commas; may be empty on loopback only
     * @param adminTokens bearer tokens that may do everything, separated by commas
     * @throws IllegalArgumentException if the door would be open to other machines without a token
     */
    public HttpGate(String host, String tokens, String adminTokens) {
        readers = digests(tokens);
        admins = digests(adminTokens);
        if (isOpen() && !isLoopback(host)) {
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
            String method,
            String path,
            @Nullable String authorization,
            @Nullable String host,
            @Nullable String origin) {
        if (path.equals(HEALTH) || path.startsWith(HEALTH + "/")) {
            return Optional.empty();
        }
        if (isOpen()) {
            return checkLocal(host, origin);
        }
        return OPEN_PAGES.contains(path) || path.startsWith(PageFiles.ROOT)
                ? Optional.empty()
                : checkToken(method, authorization);
    }

    private boolean isOpen() {
        return readers.isEmpty() && admins.isEmpty();
    }

    private Optional<Refusal> checkToken(String method, @Nullable String authorization) {
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return Optional.of(new Refusal(401, "Send a token: Authorization: Bearer <token>"));
        }
        var shown = digest(authorization.substring(BEARER.length()).strip());
        boolean isReader = isAmong(readers, shown);
        boolean isAdmin = isAmong(admins, shown);
        if (!isReader && !isAdmin) {
            return Optional.of(new Refusal(401, "This token is not accepted"));
        }
        return isAdmin || READING.contains(method)
                ? Optional.empty()
                : Optional.of(new Refusal(403, "This needs a token of dromedary.http.admin-tokens"));
    }

    /** Compares with all of them, and digests of equal length only, so that time tells nothing. */
    private static boolean isAmong(List<byte[]> digests, byte[] shown) {
        boolean known = false;
        for (var digest : digests) {
            known |= MessageDigest.isEqual(digest, shown);
        }
        return known;
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

    private static List<byte[]> digests(String tokens) {
        return List.of(tokens.split(",")).stream()
                .map(String::strip)
                .filter(token -> !token.isEmpty())
                .map(HttpGate::digest)
                .toList();
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
