// SPDX-License-Identifier: Apache-2.0
package io.dromedary.api;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * What goes out over HTTP.
 *
 * @param headers by name; those of the connection are left to the server
 * @param body bytes, or an {@link InputStream} that makes them while they are sent
 */
public record ApiReply(int status, Map<String, String> headers, Object body) {

    private static final byte[] NOTHING = {};

    public ApiReply {
        headers = Map.copyOf(headers);
        if (!(body instanceof byte[]) && !(body instanceof InputStream)) {
            throw new IllegalArgumentException("neither bytes nor a stream of them");
        }
    }

    static ApiReply json(byte[] body) {
        return new ApiReply(200, Map.of("Content-Type", "application/json"), body);
    }

    /** Returns what says that all is done and there is nothing to tell. */
    static ApiReply done() {
        return new ApiReply(204, Map.of(), NOTHING);
    }

    /** Returns a reply that callers may keep, and ask whether it is still the same. */
    static ApiReply kept(String contentType, byte[] body) {
        return new ApiReply(200, Map.of("Content-Type", contentType, "ETag", EntityTags.of(body)), body);
    }

    /**
     * Returns a {@link #kept} file of a page for people: browsers are told what it may load and do, and tell no other
     * site of it.
     *
     * @param policy the header {@code Content-Security-Policy}
     */
    static ApiReply page(String contentType, byte[] body, String policy) {
        var headers = new HashMap<>(kept(contentType, body).headers());
        headers.putAll(Map.of("Content-Security-Policy", policy, "Referrer-Policy", "no-referrer"));
        return new ApiReply(200, headers, body);
    }

    /**
     * Returns the same without a body if the caller has it already.
     *
     * @param known the header {@code If-None-Match}, empty if it was not sent
     */
    public ApiReply unlessKnown(String known) {
        var tag = headers.get("ETag");
        return tag != null && EntityTags.matches(known, tag) ? new ApiReply(304, headers, NOTHING) : this;
    }
}
