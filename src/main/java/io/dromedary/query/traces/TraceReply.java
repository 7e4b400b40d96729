// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.traces;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@code GET /api/v2/trace/{id}} answers: {@code data.attributes} with {@code spans} and {@code is_truncated}. Ids
 * are numbers up to 2^64, some senders write them as texts; times are nanoseconds.
 *
 * @param spans by begin, each once
 */
record TraceReply(List<Span> spans, boolean truncated) {

    private static final int MAX_TAG = 10_000;

    TraceReply {
        spans = List.copyOf(spans);
    }

    static TraceReply of(JsonNode reply) {
        var attributes = reply.path("data").path("attributes");
        var spans = new ArrayList<Span>();
        var ids = new HashSet<String>();
        for (var span : attributes.path("spans")) {
            var read = span(span);
            if (span.isObject() && ids.add(read.id())) {
                spans.add(read);
            }
        }
        spans.sort(Comparator.comparing(Span::startNanos));
        return new TraceReply(spans, attributes.path("is_truncated").asBoolean(false));
    }

    private static Span span(JsonNode span) {
        var parent = id(span.path("parentID"));
        return new Span(
                span.path("traceIDFull").asText(id(span.path("traceID"))),
                id(span.path("spanID")),
                parent.isEmpty() || parent.equals("0") ? null : parent,
                span.path("service").asText(""),
                span.path("name").asText(""),
                span.path("resource").asText(""),
                span.path("type").asText(""),
                nanos(span.path("startTime")),
                nanos(span.path("duration")),
                span.path("error").asInt(0) != 0 || span.path("error").asBoolean(false),
                tags(span),
                links(span));
    }

    private static String id(JsonNode value) {
        if (value.isNumber()) {
            return TraceId.unsigned(value.bigIntegerValue());
        }
        return value.asText("").strip();
    }

    private static BigInteger nanos(JsonNode value) {
        return value.isNumber() ? value.bigIntegerValue() : BigInteger.ZERO;
    }

    /** What begins with an underscore is Datadog's own and not shown there either (v2 spec). */
    private static SortedMap<String, Object> tags(JsonNode span) {
        var tags = new TreeMap<String, Object>();
        for (var holder : List.of("meta", "metrics")) {
            span.path(holder).fields().forEachRemaining(tag -> {
                if (!tag.getKey().startsWith("_") && !tag.getValue().isNull()) {
                    tags.put(tag.getKey(), value(tag.getValue()));
                }
            });
        }
        return tags;
    }

    private static Object value(JsonNode value) {
        if (value.isNumber()) {
            return value.isIntegralNumber() ? value.bigIntegerValue() : value.decimalValue();
        }
        var text = value.isContainerNode() ? value.toString() : value.asText();
        return text.length() <= MAX_TAG ? text : text.substring(0, MAX_TAG) + "\u2026";
    }

    private static @Nullable String links(JsonNode span) {
        var links = span.path("meta").path("_dd.span_links");
        return links.isTextual() ? links.textValue() : links.isArray() ? links.toString() : null;
    }
}
