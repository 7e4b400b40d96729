// SPDX-License-Identifier: Apache-2.0
package io.dromedary.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes replies of failures: {@code {"error":{"message","status","source"},"message"}}; Grafana's pages show the outer
 * {@code message}. Stateless.
 */
public final class ResourceErrors {

    private static final Logger LOG = LoggerFactory.getLogger(ResourceErrors.class);
    private static final Failure BUG =
            Failure.bug("Dromedary failed to answer; Grafana's log has the details. Please report it.");

    private final ObjectMapper json = new ObjectMapper();

    /** Returns the reply for what stopped a resource; unknown exceptions are logged and their text is kept back. */
    public ResourceReply reply(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof FailedException known) {
                return reply(known.failure(), known);
            }
        }
        LOG.error("A resource failed", thrown);
        return reply(BUG, thrown);
    }

    private ResourceReply reply(Failure failure, Throwable thrown) {
        var headers = new LinkedHashMap<String, List<String>>();
        headers.put("Content-Type", List.of("application/json"));
        if (thrown instanceof MethodNotAllowedException method) {
            headers.put("Allow", List.of(method.allowed()));
        }
        return new ResourceReply(failure.status(), headers, body(failure));
    }

    private byte[] body(Failure failure) {
        var error = new LinkedHashMap<String, Object>();
        error.put("message", failure.text());
        error.put("status", failure.status());
        error.put("source", failure.source().wireName());
        try {
            return json.writeValueAsBytes(Map.of("error", error, "message", failure.text()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers can always be written", e);
        }
    }
}
