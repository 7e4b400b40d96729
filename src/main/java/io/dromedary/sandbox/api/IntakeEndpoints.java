// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.sandbox.catalog.MetricType;
import io.dromedary.sandbox.catalog.SentMetrics;
import io.dromedary.sandbox.events.Inbox;
import io.dromedary.sandbox.events.Product;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Takes metrics, logs and events. Searches and queries show them until newer ones take their place. */
final class IntakeEndpoints {

    private static final int ACCEPTED = 202;
    /** The end of the year 9999. */
    private static final long LATEST_SECONDS = 253_402_300_800L;

    private static final List<MetricType> TYPES =
            List.of(MetricType.GAUGE, MetricType.COUNT, MetricType.RATE, MetricType.GAUGE);

    private final SentMetrics metrics;
    private final Inbox inbox;
    private final SentEvents events = new SentEvents();

    IntakeEndpoints(SentMetrics metrics, Inbox inbox) {
        this.metrics = metrics;
        this.inbox = inbox;
    }

    List<Endpoint> all() {
        return List.of(
                endpoint("/api/v2/series", this::series),
                endpoint("/api/v2/logs", this::logs),
                endpoint("/api/v1/events", this::classicEvent),
                endpoint("/api/v2/events", this::event));
    }

    private static Endpoint endpoint(String path, BiFunction<JsonNode, Long, Object> intake) {
        return Endpoint.post(path, "intake", call -> {
                    var body = Json.read(Packed.unpacked(call.body()));
                    return Tree.text(intake.apply(body, call.nowMs()));
                })
                .withApiKeyOnly()
                .answering(ACCEPTED);
    }

    private Object series(JsonNode body, long nowMs) {
        if (!body.path("series").isArray()) {
            throw RefusedCallException.badRequest("Payload is not in the expected format: 'series' is missing");
        }
        for (var series : body.path("series")) {
            String name = series.path("metric").asText();
            if (!name.matches("[A-Za-z][A-Za-z0-9_.]{0,199}")) {
                throw RefusedCallException.badRequest("Invalid metric name '" + name + "'");
            }
            var tags = new TreeMap<String, String>();
            series.path("tags").forEach(tag -> tag(tag.asText(), tags));
            series.path("resources")
                    .forEach(one ->
                            tags.put(one.path("type").asText(), one.path("name").asText()));
            var type = TYPES.get(Math.floorMod(series.path("type").asInt(), TYPES.size()));
            for (var point : series.path("points")) {
                double value = point.path("value").asDouble();
                if (!Double.isFinite(value)) {
                    throw RefusedCallException.badRequest("Invalid value of metric '" + name + "'");
                }
                metrics.add(name, type, tags, milliseconds(point.path("timestamp"), nowMs), value);
            }
        }
        return Tree.object("errors", List.of());
    }

    /** Epoch seconds as milliseconds; now when there are none. */
    static long milliseconds(JsonNode seconds, long nowMs) {
        long value = seconds.asLong(nowMs / 1000);
        if (Math.abs(value) > LATEST_SECONDS) {
            throw RefusedCallException.badRequest("Invalid timestamp: epoch seconds are expected");
        }
        return value * 1000;
    }

    private static void tag(String tag, Map<String, String> tags) {
        int colon = tag.indexOf(':');
        tags.put(colon < 0 ? tag : tag.substring(0, colon), colon < 0 ? "" : tag.substring(colon + 1));
    }

    private Object logs(JsonNode body, long nowMs) {
        for (var log : body.isArray() ? body : List.of(body)) {
            if (!log.isObject()) {
                throw RefusedCallException.badRequest("Invalid JSON. Expected log events.");
            }
            inbox.add(Product.LOGS, events.log(log, nowMs));
        }
        return Tree.object();
    }

    private Object classicEvent(JsonNode body, long nowMs) {
        var event = events.classic(body, nowMs);
        inbox.add(Product.EVENTS, event);
        long id = event.number();
        return Tree.object(
                "status",
                "ok",
                "event",
                Tree.object(
                        "id",
                        id,
                        "id_str",
                        Long.toString(id),
                        "title",
                        body.path("title").asText(),
                        "text",
                        body.path("text").asText(),
                        "date_happened",
                        event.timestampMs() / 1000));
    }

    private Object event(JsonNode body, long nowMs) {
        var event = events.event(body.path("data").path("attributes"), nowMs);
        inbox.add(Product.EVENTS, event);
        var uid = Tree.object("evt", Tree.object("uid", Long.toString(event.number())));
        return Tree.object("data", Tree.object("type", "event", "attributes", Tree.object("attributes", uid)));
    }
}
