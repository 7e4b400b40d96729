// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A sandbox at a fixed time, and ways to ask it. */
public final class Sandbox {

    /** A Tuesday afternoon. */
    public static final Instant NOW = Instant.parse("2026-03-10T15:07:31Z");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SandboxDatadog datadog;

    public Sandbox() {
        this(NOW, RateLimits.generous());
    }

    public Sandbox(Instant now, RateLimits limits) {
        datadog = new SandboxDatadog(Clock.fixed(now, ZoneOffset.UTC), 7, limits);
    }

    /** A reply and its body. */
    public record Answer(int status, Map<String, String> headers, JsonNode json) {

        String error() {
            return json.path("errors").path(0).asText();
        }
    }

    public Answer get(String path, String query) {
        return send(new SandboxRequest("GET", path, query, Map.of(), new byte[0], true));
    }

    public Answer post(String path, String body) {
        return send(new SandboxRequest("POST", path, "", Map.of(), body.getBytes(StandardCharsets.UTF_8), true));
    }

    public Answer send(SandboxRequest request) {
        try {
            var reply = datadog.answer(request);
            return new Answer(reply.status(), reply.headers(), JSON.readTree(reply.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body of a request; {@code formulas} as JSON, empty for none. */
    public static String body(
            String type, long fromMs, long toMs, long intervalMs, String formulas, String... queries) {
        var list = new ArrayList<Map<String, Object>>();
        for (var query : queries) {
            list.add(Map.of(
                    "data_source",
                    "metrics",
                    "name",
                    "" + (char) ('a' + list.size()),
                    "query",
                    query,
                    "aggregator",
                    "sum"));
        }
        var attributes = new LinkedHashMap<String, Object>(Map.of("from", fromMs, "to", toMs, "queries", list));
        try {
            if (intervalMs > 0) {
                attributes.put("interval", intervalMs);
            }
            if (!formulas.isEmpty()) {
                attributes.put("formulas", JSON.readTree(formulas));
            }
            return JSON.writeValueAsString(Map.of("data", Map.of("type", type, "attributes", attributes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Answer timeseries(Duration span, Duration interval, String... queries) {
        long to = NOW.toEpochMilli();
        var body = body("timeseries_request", to - span.toMillis(), to, interval.toMillis(), "", queries);
        return post("/api/v2/query/timeseries", body);
    }

    /** The series of one query by group tags, over a window. */
    public Map<String, double[]> series(String query, Instant from, Instant to, Duration interval) {
        var answer = post(
                "/api/v2/query/timeseries",
                body("timeseries_request", from.toEpochMilli(), to.toEpochMilli(), interval.toMillis(), "", query));
        if (answer.status() != 200) {
            throw new AssertionError(answer.json());
        }
        return series(answer);
    }

    /** The series of one query by group tags, over the last hours in steps of five minutes. */
    public Map<String, double[]> series(String query) {
        return series(query, NOW.minus(Duration.ofHours(6)), NOW, Duration.ofMinutes(5));
    }

    static Map<String, double[]> series(Answer answer) {
        var attributes = answer.json().at("/data/attributes");
        var series = new LinkedHashMap<String, double[]>();
        for (int i = 0; i < attributes.path("series").size(); i++) {
            var tags = new ArrayList<String>();
            attributes.path("series").path(i).path("group_tags").forEach(tag -> tags.add(tag.asText()));
            series.put(String.join(",", tags), numbers(attributes.path("values").path(i)));
        }
        return series;
    }

    static double[] numbers(JsonNode array) {
        List<Double> values = new ArrayList<>();
        array.forEach(value -> values.add(value.isNull() ? Double.NaN : value.asDouble()));
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
