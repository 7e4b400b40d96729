// SPDX-License-Identifier: Apache-2.0
package io.dromedary.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dromedary.datadog.DatadogException;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.instance.Instance;
import io.dromedary.instance.WhenLimited;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Requests that submit points and events to Datadog, and when to try one again. Stateless. */
public final class Submissions {

    private static final Map<String, Integer> TYPES = Map.of("count", 1, "rate", 2, "gauge", 3);
    private static final List<String> ALERT_TYPES = List.of("error", "warning", "info", "success");
    private static final int MAX_EVENT_TEXT = 4000;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Clock clock;

    public Submissions(Clock clock) {
        this.clock = clock;
    }

    /**
     * Returns the request for some points, {@code POST /api/v2/series}. A message is
     * {@code {"metric":"shop.orders","value":1,"type":"count","interval":10,"timestamp":…,"tags":["env:prod"],
     * "host":"…","unit":"…"}} or a list of them; what a metrics source emits fits too.
     *
     * @param messages a JSON text, or a list of them
     * @param metric name of those that have none, may be empty
     * @param type type of those that have none: gauge, count or rate
     * @throws io.dromedary.call.FailedException with status 400 and what to correct
     */
    public DatadogRequest<Boolean> series(Object messages, String metric, String type) {
        var body = MAPPER.createObjectNode();
        var series = body.putArray("series");
        var texts = messages instanceof List<?> list ? list : List.of(messages);
        MessageReader.objects(texts).forEach(point -> series.add(series(point, metric, type)));
        return DatadogRequest.submit("/api/v2/series", body.toString(), Submissions::accept);
    }

    /**
     * Returns the request for one event, {@code POST /api/v1/events}: members {@code title}, {@code text},
     * {@code tags}, {@code alertType} (error, warning, info, success), {@code aggregationKey}, {@code host},
     * {@code timestamp}. The event of a watched query fits too.
     *
     * @param message a JSON object
     * @param title title of an event that has none, may be empty
     * @param tags for every event, separated by commas
     * @throws io.dromedary.call.FailedException with status 400 and what to correct
     */
    public DatadogRequest<Boolean> event(String message, String title, String tags) {
        var objects = MessageReader.objects(List.of(message));
        if (objects.size() != 1) {
            throw MessageReader.refused("An event must be one JSON object");
        }
        var event = objects.get(0);
        var chosen = event.path("title").asText(event.path("watch").asText(title));
        if (chosen.isBlank()) {
            throw MessageReader.refused("An event needs a \"title\"");
        }
        var text = event.path("text").asText(chosen);
        var body = MAPPER.createObjectNode()
                .put("title", chosen)
                .put("text", text.substring(0, Math.min(text.length(), MAX_EVENT_TEXT)))
                .put("alert_type", alertType(event))
                .put("date_happened", MessageReader.seconds(time(event), clock.instant()));
        var all = MessageReader.tags(event.path("tags"));
        Stream.of(tags.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .forEach(all::add);
        body.set("tags", MAPPER.valueToTree(all));
        copy(event, "aggregationKey", body, "aggregation_key");
        copy(event, "host", body, "host");
        return DatadogRequest.post("/api/v1/events", body.toString(), Submissions::accept);
    }

    /**
     * Returns whether a submission is to be tried again: after trouble in Datadog or on the way, and after a rate limit
     * where the instance waits for those.
     */
    public boolean isWorthRetrying(DatadogException exception, Instance instance) {
        var status = exception.failure().status();
        return status == 429 ? instance.settings().whenLimited() == WhenLimited.WAIT : status == 408 || status >= 500;
    }

    /** Returns how long a rate limit tells to wait. */
    public Optional<Duration> wait(DatadogException exception) {
        return exception.reset();
    }

    private ObjectNode series(ObjectNode point, String metric, String type) {
        var name = point.path("metric").asText(metric);
        if (name.isBlank()) {
            throw MessageReader.refused("A point needs a \"metric\", or the sink a metric for all");
        }
        if (!point.path("value").isNumber()) {
            throw MessageReader.refused("A point needs a \"value\" that is a number");
        }
        var kind = TYPES.get(point.path("type").asText(type));
        if (kind == null) {
            throw MessageReader.refused("The type of a point must be gauge, count or rate");
        }
        var series = MAPPER.createObjectNode().put("metric", name).put("type", kind);
        series.putArray("points")
                .addObject()
                .put("timestamp", MessageReader.seconds(time(point), clock.instant()))
                .put("value", point.path("value").doubleValue());
        var tags = MessageReader.tags(point.path("tags"));
        tags.addAll(MessageReader.tags(point.path("labels")));
        series.set("tags", MAPPER.valueToTree(tags));
        if (point.hasNonNull("host")) {
            series.putArray("resources")
                    .addObject()
                    .put("type", "host")
                    .put("name", point.path("host").asText());
        }
        copy(point, "unit", series, "unit");
        copy(point, "interval", series, "interval");
        return series;
    }

    private static String alertType(JsonNode event) {
        var given = event.path("alertType").asText(event.path("state").asText(""));
        var type = switch (given) {
            case "" -> "info";
            case "breached" -> "error";
            case "recovered" -> "success";
            default -> given;
        };
        if (!ALERT_TYPES.contains(type)) {
            throw MessageReader.refused("The alertType must be one of " + String.join(", ", ALERT_TYPES));
        }
        return type;
    }

    private static JsonNode time(JsonNode message) {
        for (var name : List.of("timestamp", "millis", "time", "at")) {
            if (message.hasNonNull(name)) {
                return message.get(name);
            }
        }
        return message.path("timestamp");
    }

    private static void copy(JsonNode from, String name, ObjectNode to, String otherName) {
        if (from.hasNonNull(name)) {
            to.set(otherName, from.get(name));
        }
    }

    private static Boolean accept(InputStream reply) throws IOException {
        reply.transferTo(OutputStream.nullOutputStream());
        return true;
    }
}
