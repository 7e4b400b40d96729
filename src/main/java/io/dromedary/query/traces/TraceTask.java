// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.traces;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.call.Failure;
import io.dromedary.datadog.DatadogRequest;
import org.jspecify.annotations.Nullable;

/**
 * One of the calls that an answer is made of.
 *
 * @param reply null until it is there, and if it never comes
 * @param failure why it does not come
 */
public record TraceTask(
        Part part,
        DatadogRequest<JsonNode> request,
        @Nullable JsonNode reply,
        @Nullable Failure failure) {

    /** What a call is for. */
    enum Part {
        TRACE,
        /** Spans, their errors and durations by service. */
        SERVICES,
        /** The same by service and what it calls. */
        PEERS,
        /** What depends on what, as the catalog of services knows it: the answer does without if need be. */
        RELATIONS
    }

    static TraceTask of(Part part, DatadogRequest<JsonNode> request) {
        return new TraceTask(part, request, null, null);
    }
}
