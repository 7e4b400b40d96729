// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.sandbox.story.Details;
import io.dromedary.sandbox.story.Event;
import io.dromedary.sandbox.world.Dice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Makes events of what is sent in, as Datadog shows them. Safe for any number of threads. */
final class SentEvents {

    private static final Set<String> TAKEN = Set.of("message", "ddtags", "ddsource", "service", "status", "level");

    private final AtomicLong counter = new AtomicLong();

    Event log(JsonNode log, long nowMs) {
        String source = log.path("ddsource").asText("");
        var tags = new ArrayList<String>();
        if (!source.isEmpty()) {
            tags.add("source:" + source);
        }
        for (var tag : log.path("ddtags").asText("").split(",", -1)) {
            if (!tag.isBlank()) {
                tags.add(tag.strip());
            }
        }
        String status =
                log.path("status").asText(log.path("level").asText("info")).toLowerCase(Locale.ROOT);
        long ms = time(log.path("timestamp"), nowMs);
        var origin = new Event.Origin(
                log.path("service").asText(""), log.path("hostname").asText(""), tags);
        var attributes = new LinkedHashMap<String, @Nullable Object>();
        log.fields().forEachRemaining(field -> {
            if (!TAKEN.contains(field.getKey())) {
                attributes.put(field.getKey(), value(field.getValue()));
            }
        });
        return event(ms, origin, status, log.path("message").asText(""), attributes);
    }

    Event classic(JsonNode event, long nowMs) {
        if (event.path("title").asText("").isEmpty()) {
            throw RefusedCallException.badRequest("The event has no title");
        }
        long ms = IntakeEndpoints.milliseconds(event.path("date_happened"), nowMs);
        String source = event.path("source_type_name").asText("api");
        var details = new Details()
                .put("title", event.path("title").asText())
                .put("priority", event.path("priority").asText("normal"))
                .put("aggregation_key", event.path("aggregation_key").asText(""));
        String host = event.path("host").asText("");
        String status = event.path("alert_type")
                .asText("info")
                .replace("warning", "warn")
                .replace("success", "ok");
        return shown(ms, tags(event, source), host, status, event.path("text").asText(""), details);
    }

    Event event(JsonNode attributes, long nowMs) {
        if (attributes.path("title").asText("").isEmpty()) {
            throw RefusedCallException.badRequest("The event has no title");
        }
        var details = new Details()
                .put("title", attributes.path("title").asText())
                .put("priority", "normal")
                .put("category", attributes.path("category").asText("change"))
                .put("aggregation_key", attributes.path("aggregation_key").asText(""));
        long ms = time(attributes.path("timestamp"), nowMs);
        String status = attributes.path("attributes").path("status").asText("info");
        String message = attributes.path("message").asText("");
        return shown(ms, tags(attributes, "api"), attributes.path("host").asText(""), status, message, details);
    }

    private Event shown(long ms, List<String> tags, String host, String status, String message, Details details) {
        var service = tags.stream().filter(tag -> tag.startsWith("service:")).findFirst();
        var origin = new Event.Origin(service.map(tag -> tag.substring(8)).orElse(""), host, tags);
        details.put("status", status).put("timestamp", ms).put("hostname", host).put("evt.type", "api");
        return event(ms, origin, status, message, details.map());
    }

    private Event event(
            long ms, Event.Origin origin, String status, String message, Map<String, @Nullable Object> attributes) {
        long key = Dice.key(71, counter.incrementAndGet());
        var content = Tree.object(
                "timestamp",
                Instant.ofEpochMilli(ms).toString(),
                "status",
                status,
                "service",
                origin.service(),
                "host",
                origin.host(),
                "message",
                message,
                "tags",
                origin.tags(),
                "attributes",
                attributes);
        content.values().removeIf(""::equals);
        return new Event(ms, key, origin, status, () -> content);
    }

    private static List<String> tags(JsonNode event, String source) {
        var tags = new ArrayList<String>();
        event.path("tags").forEach(tag -> tags.add(tag.asText()));
        tags.add("source:" + source);
        return tags;
    }

    private static long time(JsonNode node, long nowMs) {
        return node.isValueNode() ? Times.parse(node.asText(), nowMs).orElse(nowMs) : nowMs;
    }

    private static @Nullable Object value(JsonNode node) {
        if (node.isObject()) {
            var map = new LinkedHashMap<String, @Nullable Object>();
            node.fields().forEachRemaining(field -> map.put(field.getKey(), value(field.getValue())));
            return map;
        }
        if (node.isArray()) {
            var list = new ArrayList<@Nullable Object>();
            node.forEach(element -> list.add(value(element)));
            return list;
        }
        if (node.isNumber()) {
            boolean whole = node.isIntegralNumber() && node.canConvertToLong();
            return whole ? (Object) node.asLong() : (Object) node.asDouble();
        }
        return node.isBoolean() ? (Object) node.asBoolean() : node.isNull() ? null : node.asText();
    }
}
