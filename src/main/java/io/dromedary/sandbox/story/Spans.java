// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.story;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The spans of all traces, as the search for spans shows them. */
public final class Spans extends TraceChronicle {

    public Spans(Traces traces) {
        super(traces);
    }

    @Override
    void tell(Trace trace, List<Event> events) {
        for (var span : trace.spans()) {
            events.add(new Event(
                    span.startMs(),
                    span.id(),
                    span.origin(),
                    span.failed() ? "error" : "ok",
                    () -> content(trace, span)));
        }
    }

    private static Map<String, Object> content(Trace trace, Span span) {
        var step = span.step();
        return new Details()
                .put("custom", custom(trace, span).map())
                .put("start_timestamp", Instant.ofEpochMilli(span.startMs()).toString())
                .put("end_timestamp", Instant.ofEpochMilli(span.endMs()).toString())
                .put("env", span.instance().host().env())
                .put("host", span.origin().host())
                .put("service", step.service())
                .put("operation_name", step.operation())
                .put("resource_name", step.resource())
                .put("resource_hash", SpanMeta.resourceHash(step))
                .put("type", step.type())
                .put("trace_id", Long.toUnsignedString(trace.id()))
                .put("span_id", Long.toUnsignedString(span.id()))
                .put("parent_id", Long.toUnsignedString(span.parentId()))
                .put("single_span", false)
                .put("ingestion_reason", "auto")
                .put("retained_by", span.failed() ? "error" : "diversity_sampling")
                .put("tags", span.origin().tags())
                .map();
    }

    private static Details custom(Trace trace, Span span) {
        var tree = SpanMeta.tree(trace, span);
        tree.put("duration", span.durationNs());
        return tree;
    }
}
