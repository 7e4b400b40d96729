// SPDX-License-Identifier: Apache-2.0
package io.dromedary.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dromedary.call.Failure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes replies of failures: {@code {"error":{"message","status","source"},"message"}}; Grafana's pages show the outer
 * {@code message}. Stateless.
 */
public final class ResourceErrors {

    /** Made with the first error, not at the start. */
    private static final class Json {
        static final ObjectMapper MAPPER = new ObjectMapper();
    }

    /** Returns the reply for what stopped a resource. */
    public ResourceReply reply(Throwable thrown) {
        var failure = Failure.of(thrown);
        var headers = new LinkedHashMap<String, List<String>>();
        headers.put("Content-Type", List.of("application/json"));
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof MethodNotAllowedException method) {
                headers.put("Allow", List.of(method.allowed()));
            }
        }
        return new ResourceReply(failure.status(), headers, body(failure));
    }

    private byte[] body(Failure failure) {
        var error = new LinkedHashMap<String, Object>();
        error.put("message", failure.text());
        error.put("status", failure.status());
        error.put("source", failure.source().wireName());
        try {
            return Json.MAPPER.writeValueAsBytes(Map.of("error", error, "message", failure.text()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers can always be written", e);
        }
    }
}
