// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;

/**
 * One operation of the API.
 *
 * @param path from the root; {@code *} stands for one segment
 * @param bucket name of the rate limit it draws from
 */
public record Endpoint(
        String method,
        String path,
        String bucket,
        boolean needsAppKey,
        String contentType,
        int status,
        Handler handler) {

    private static final int OK = 200;
    static final String JSON = "application/json";
    static final String JSON_API = "application/vnd.api+json";

    /** Answers with JSON, or throws {@link RefusedCallException}. */
    public interface Handler {
        Json.Text answer(Call call);
    }

    public static Endpoint get(String path, String bucket, Handler handler) {
        return new Endpoint("GET", path, bucket, true, JSON, OK, handler);
    }

    /** A search or query whose parameters are in the body. */
    public static Endpoint post(String path, String bucket, Handler handler) {
        return new Endpoint("POST", path, bucket, true, JSON, OK, handler);
    }

    /** A query by JSON:API, as v2 queries answer since 2024. */
    public static Endpoint query(String path, String bucket, Handler handler) {
        return new Endpoint("POST", path, bucket, true, JSON_API, OK, handler);
    }

    /** @param otherStatus of a reply that refuses nothing, instead of 200 */
    Endpoint answering(int otherStatus) {
        return new Endpoint(method, path, bucket, needsAppKey, contentType, otherStatus, handler);
    }

    Endpoint withJsonApi() {
        return new Endpoint(method, path, bucket, needsAppKey, JSON_API, status, handler);
    }

    public Endpoint withApiKeyOnly() {
        return new Endpoint(method, path, bucket, false, contentType, status, handler);
    }

    /**
     * What stands for the {@code *}, or an empty text where the path has none; nothing for another path. Several are
     * joined with slashes.
     */
    Optional<String> match(String other) {
        if (path.indexOf('*') < 0) {
            return path.equals(other) ? Optional.of("") : Optional.empty();
        }
        var wanted = path.split("/", -1);
        var segments = other.split("/", wanted.length + 1);
        var found = new ArrayList<String>();
        for (int i = 0; i < wanted.length; i++) {
            boolean fits = segments.length == wanted.length
                    && (wanted[i].equals("*") ? !segments[i].isEmpty() : wanted[i].equals(segments[i]));
            if (!fits) {
                return Optional.empty();
            }
            if (wanted[i].equals("*")) {
                found.add(decoded(segments[i]));
            }
        }
        return Optional.of(String.join("/", found));
    }

    private static String decoded(String segment) {
        try {
            // a plus is a plus in a path
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }

    /** Answers a request for this endpoint. */
    public byte[] answer(String requested, Parameters parameters, byte[] body, long nowMs) {
        var call = new Call(match(requested).orElse(""), parameters, body, nowMs);
        return Json.bytes(handler.answer(call));
    }
}
