// SPDX-License-Identifier: Apache-2.0
package io.dromedary.api;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Why a request was not answered, as RFC 9457 has it: {@code {"type":"about:blank","title":"Bad Request","status":400,
 * "detail":"…","instance":"urn:dromedary:request:…"}}.
 *
 * @param detail what the user reads, free of secrets
 * @param requestId the request's name in the log
 */
public record Problem(int status, String detail, String requestId) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonFactory JSON = new JsonFactory();
    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(406, "Not Acceptable"),
            Map.entry(408, "Request Timeout"),
            Map.entry(413, "Content Too Large"),
            Map.entry(414, "URI Too Long"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(417, "Expectation Failed"),
            Map.entry(422, "Unprocessable Content"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(431, "Request Header Fields Too Large"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));

    public byte[] json() {
        try (var out = new ByteArrayOutputStream()) {
            try (var json = JSON.createGenerator(out)) {
                json.writeStartObject();
                json.writeStringField("type", "about:blank");
                json.writeStringField("title", TITLES.getOrDefault(status, "Error"));
                json.writeNumberField("status", status);
                json.writeStringField("detail", detail);
                json.writeStringField("instance", "urn:dromedary:request:" + requestId);
                json.writeEndObject();
            }
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
