// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.traces;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dromedary.datadog.JsonTrees;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;

/**
 * The cells of Grafana's trace frame that are JSON: lists of {@code {"key","value"}}, of logs
 * {@code {"timestamp","fields"}} and of references {@code {"traceID","spanID"}}. Timestamps are milliseconds.
 */
final class SpanJson {

    /** Tags that tell about the service, not about the span. */
    private static final Set<String> OF_SERVICE = Set.of(
            "env",
            "version",
            "host",
            "hostname",
            "language",
            "runtime-id",
            "team",
            "region",
            "container_id",
            "pod_name");

    private static final String STACK = "error.stack";
    private static final String MESSAGE = "error.message";

    /** OpenTelemetry's events, as JSON in a tag. */
    private static final String EVENTS = "events";

    private SpanJson() {}

    static String serviceTags(Span span) {
        var list = list();
        put(list, "service.name", span.service());
        span.tags().forEach((key, value) -> {
            if (OF_SERVICE.contains(key)) {
                put(list, key, value);
            }
        });
        return list.toString();
    }

    static String tags(Span span) {
        var list = list();
        if (span.failed()) {
            list.addObject().put("key", "error").put("value", true);
        }
        put(list, "operation_name", span.name());
        put(list, "resource_name", span.resource());
        put(list, "type", span.type());
        span.tags().forEach((key, value) -> {
            if (!OF_SERVICE.contains(key) && !key.equals(STACK) && !key.equals(EVENTS) && !key.equals("error")) {
                put(list, key, value);
            }
        });
        return list.toString();
    }

    /** Returns what happened within the span: its error and its events. */
    static String logs(Span span) {
        var logs = list();
        for (var event : parsed(span.tag(EVENTS))) {
            var log = logs.addObject();
            log.put("timestamp", millis(event.path("time_unix_nano")));
            var fields = log.putArray("fields");
            put(fields, "event", event.path("name").asText(""));
            event.path("attributes")
                    .fields()
                    .forEachRemaining(attribute -> put(
                            fields,
                            attribute.getKey(),
                            attribute.getValue().isTextual()
                                    ? attribute.getValue().textValue()
                                    : attribute.getValue().toString()));
        }
        if (span.failed() && !(message(span) + span.tag(STACK)).isEmpty()) {
            var log = logs.addObject();
            log.put("timestamp", span.startMillis() + span.durationMillis());
            var fields = log.putArray("fields");
            put(fields, "event", "error");
            put(fields, "error.type", span.tag("error.type"));
            put(fields, MESSAGE, message(span));
            put(fields, STACK, span.tag(STACK));
        }
        return logs.toString();
    }

    /** Returns links to other spans; in the tag their ids are hexadecimal. */
    static String references(Span span) {
        var references = list();
        for (var link : parsed(span.spanLinks() == null ? "" : span.spanLinks())) {
            references
                    .addObject()
                    .put("traceID", link.path("trace_id").asText(""))
                    .put("spanID", TraceId.decimal(link.path("span_id").asText("")))
                    .putArray("tags");
        }
        return references.toString();
    }

    static String stackTraces(Span span) {
        var stack = span.tag(STACK);
        return stack.isEmpty() ? "[]" : list().add(stack).toString();
    }

    static String texts(List<String> texts) {
        var list = list();
        texts.forEach(list::add);
        return list.toString();
    }

    static String message(Span span) {
        var message = span.tag(MESSAGE);
        return message.isEmpty() ? span.tag("error.msg") : message;
    }

    private static double millis(JsonNode nanos) {
        return nanos.isNumber()
                ? new BigDecimal(nanos.bigIntegerValue()).movePointLeft(6).doubleValue()
                : 0;
    }

    private static JsonNode parsed(String json) {
        try {
            return json.isEmpty()
                    ? MissingNode.getInstance()
                    : JsonTrees.mapper().readTree(json);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static ArrayNode list() {
        return JsonTrees.mapper().createArrayNode();
    }

    private static void put(ArrayNode list, String key, Object value) {
        if (value instanceof BigInteger number) {
            // what the browser would round is kept as text
            if (number.bitLength() <= 53) {
                list.addObject().put("key", key).put("value", number.longValue());
            } else {
                list.addObject().put("key", key).put("value", number.toString());
            }
        } else if (value instanceof BigDecimal number) {
            list.addObject().put("key", key).put("value", number.doubleValue());
        } else if (!value.toString().isEmpty()) {
            list.addObject().put("key", key).put("value", value.toString());
        }
    }
}
