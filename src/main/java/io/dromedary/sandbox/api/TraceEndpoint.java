// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.dromedary.sandbox.story.Span;
import io.dromedary.sandbox.story.SpanMeta;
import io.dromedary.sandbox.story.Trace;
import io.dromedary.sandbox.story.Traces;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code GET /api/v2/trace/{id}}: 32 hexadecimal digits, or up to 39 decimal ones. */
final class TraceEndpoint {

    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{32}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,39}");

    private final Traces traces;

    TraceEndpoint(Traces traces) {
        this.traces = traces;
    }

    List<Endpoint> all() {
        return List.of(Endpoint.get("/api/v2/trace/*", "trace", this::trace).withJsonApi());
    }

    private Json.Text trace(Call call) {
        var id = number(call.name()).orElseThrow(() -> RefusedCallException.generic(400, "Invalid trace id"));
        var trace = traces.find(id.longValue())
                .filter(one -> isFullOrHalf(id, one))
                .filter(one -> one.clickedMs() <= call.nowMs())
                .orElseThrow(() -> RefusedCallException.generic(404, "Trace not found"));
        return out -> write(out, trace);
    }

    private static Optional<BigInteger> number(String id) {
        if (HEX.matcher(id).matches()) {
            return Optional.of(new BigInteger(id, 16));
        }
        return DECIMAL.matcher(id).matches() ? Optional.of(new BigInteger(id)) : Optional.empty();
    }

    /** The upper half may be left out, but not wrong. */
    private static boolean isFullOrHalf(BigInteger id, Trace trace) {
        return id.bitLength() <= Long.SIZE || id.equals(new BigInteger(trace.fullId(), 16));
    }

    private static void write(JsonGenerator out, Trace trace) throws IOException {
        out.writeStartObject();
        out.writeObjectFieldStart("data");
        out.writeStringField("id", trace.fullId());
        out.writeStringField("type", "trace");
        out.writeObjectFieldStart("attributes");
        out.writeArrayFieldStart("spans");
        for (var span : trace.spans()) {
            write(out, trace, span);
        }
        out.writeEndArray();
        out.writeBooleanField("is_truncated", false);
        out.writeEndObject();
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, Trace trace, Span span) throws IOException {
        out.writeStartObject();
        unsigned(out, "spanID", span.id());
        unsigned(out, "parentID", span.parentId());
        unsigned(out, "traceID", trace.id());
        out.writeStringField("traceIDFull", trace.fullId());
        out.writeStringField("service", span.step().service());
        out.writeStringField("name", span.step().operation());
        out.writeStringField("resource", span.step().resource());
        out.writeStringField("resourceHash", SpanMeta.resourceHash(span.step()));
        out.writeStringField("type", span.step().type());
        out.writeNumberField("startTime", span.startNs());
        out.writeNumberField("endTime", span.startNs() + span.durationNs());
        out.writeNumberField("duration", span.durationNs());
        out.writeNumberField("self_time", selfTime(trace, span));
        out.writeNumberField("error", span.failed() ? 1 : 0);
        out.writeFieldName("meta");
        Tree.write(out, SpanMeta.flat(trace, span));
        out.writeObjectFieldStart("metrics");
        // what begins with an underscore is not shown: v2 spec
        out.writeNumberField("duration.ms", span.durationNs() / 1e6);
        out.writeEndObject();
        out.writeEndObject();
    }

    /** Ids go beyond what a signed long or a double holds. */
    private static void unsigned(JsonGenerator out, String field, long id) throws IOException {
        out.writeFieldName(field);
        out.writeNumber(new BigInteger(Long.toUnsignedString(id)));
    }

    /** In nanoseconds, without the calls it waited for. */
    private static long selfTime(Trace trace, Span span) {
        long calls = trace.spans().stream()
                .filter(other -> other.parentId() == span.id())
                .mapToLong(Span::durationNs)
                .sum();
        return span.durationNs() - calls;
    }
}
