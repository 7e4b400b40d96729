// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One request to Datadog's API, without keys and host: those come from the instance in {@code datadog-call} only.
 *
 * @param path from the root of the API host, percent-encoded, for example {@code /api/v2/query/timeseries}
 * @param query the query string, percent-encoded, without {@code ?}; empty if there is none
 * @param body JSON, or null for GET
 * @param packed whether the body travels compressed, as the large ones that submit data should
 * @param reader makes the value out of the reply
 */
public record DatadogRequest<T>(
        Method method, String path, String query, @Nullable String body, boolean packed, ReplyReader<T> reader) {

    /** Makes a request whose body is not compressed. */
    public DatadogRequest(Method method, String path, String query, @Nullable String body, ReplyReader<T> reader) {
        this(method, path, query, body, false, reader);
    }

    /** The two methods that all of this takes. */
    public enum Method {
        GET,
        POST
    }

    /** Returns a request that only reads. */
    public static <T> DatadogRequest<T> get(String path, String query, ReplyReader<T> reader) {
        return new DatadogRequest<>(Method.GET, path, query, null, reader);
    }

    /** Returns a request with a body, not compressed. */
    public static <T> DatadogRequest<T> post(String path, String body, ReplyReader<T> reader) {
        return new DatadogRequest<>(Method.POST, path, "", body, reader);
    }

    /** Returns a request whose body is compressed on its way. */
    public static <T> DatadogRequest<T> submit(String path, String body, ReplyReader<T> reader) {
        return new DatadogRequest<>(Method.POST, path, "", body, true, reader);
    }

    /** Returns the body before it is compressed, UTF-8. */
    public byte[] bodyBytes() {
        return body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
    }
}
