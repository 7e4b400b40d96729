// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.sandbox.api.Call;
import io.dromedary.sandbox.api.Endpoint;
import io.dromedary.sandbox.api.Json;
import io.dromedary.sandbox.api.RefusedCallException;
import io.dromedary.sandbox.api.Tree;
import io.dromedary.sandbox.monitor.Monitor;
import io.dromedary.sandbox.monitor.Monitors;
import io.dromedary.sandbox.monitor.State;
import io.dromedary.sandbox.monitor.Timeline;
import io.dromedary.sandbox.synthetic.SyntheticTest;
import io.dromedary.sandbox.synthetic.SyntheticTests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** How much of a window tests passed: down is when the monitor of the test alerts at any location. */
final class UptimeEndpoint {

    private static final long RETENTION_MS = TimeUnit.DAYS.toMillis(456);
    private static final int MOST_TESTS = 50;

    private final SyntheticTests tests;
    private final Monitors monitors;

    UptimeEndpoint(SyntheticTests tests, Monitors monitors) {
        this.tests = tests;
        this.monitors = monitors;
    }

    List<Endpoint> all() {
        return List.of(Endpoint.post("/api/v1/synthetics/tests/uptimes", "synthetics", this::uptimes));
    }

    private Json.Text uptimes(Call call) {
        var body = Json.object(call.body());
        long from = seconds(body, "from_ts");
        long to = seconds(body, "to_ts");
        if (from >= to || from * 1000 < call.nowMs() - RETENTION_MS) {
            throw RefusedCallException.badRequest("Invalid from_ts or to_ts");
        }
        var ids = body.path("public_ids");
        if (!ids.isArray() || ids.isEmpty() || ids.size() > MOST_TESTS) {
            throw RefusedCallException.badRequest("public_ids must hold 1 to " + MOST_TESTS + " ids");
        }
        var uptimes = new ArrayList<Map<String, Object>>();
        for (var id : ids) {
            uptimes.add(uptime(SyntheticEndpoints.find(tests, id.asText()), from, to, call.nowMs()));
        }
        return Tree.text(uptimes);
    }

    private static long seconds(JsonNode body, String field) {
        var value = body.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 0 || value.asLong() > 1L << 40) {
            throw RefusedCallException.badRequest("Invalid " + field + ": epoch seconds are expected");
        }
        return value.asLong();
    }

    private Map<String, Object> uptime(SyntheticTest test, long from, long to, long nowMs) {
        var monitor = monitors.find(test.monitorId()).orElseThrow();
        long end = Math.min(to * 1000, nowMs);
        var timelines = end <= from * 1000 ? List.<Timeline>of() : monitors.history(monitor, from * 1000, end);
        return Tree.object(
                "from_ts", from,
                "to_ts", to,
                "overall", Down.of(timelines, from * 1000, end).json(monitor),
                "public_id", test.publicId(),
                "groups",
                        timelines.stream()
                                .map(timeline -> group(timeline, monitor, from * 1000, end))
                                .toList());
    }

    private static Map<String, Object> group(Timeline timeline, Monitor monitor, long fromMs, long toMs) {
        var json = Down.of(List.of(timeline), fromMs, toMs).json(monitor);
        json.put("group", timeline.group().getOrDefault("probe_dc", ""));
        return json;
    }

    /**
     * When something was down.
     *
     * @param history pairs of epoch seconds and 0 for up, 1 for down
     * @param uptime percent; NaN of nothing
     */
    private record Down(List<List<Long>> history, double uptime) {

        static Down of(List<Timeline> timelines, long fromMs, long toMs) {
            var times = new TreeSet<Long>();
            times.add(fromMs);
            timelines.forEach(timeline -> timeline.changes().stream()
                    .map(Timeline.Change::atMs)
                    .filter(at -> at > fromMs && at < toMs)
                    .forEach(times::add));
            var history = new ArrayList<List<Long>>();
            double down = 0;
            for (long at : times) {
                boolean isDown = timelines.stream().anyMatch(timeline -> timeline.at(at) == State.ALERT);
                var next = times.higher(at);
                down += isDown ? (next == null ? toMs : next) - at : 0;
                if (history.isEmpty() || history.get(history.size() - 1).get(1) != (isDown ? 1L : 0L)) {
                    history.add(List.of(at / 1000, isDown ? 1L : 0L));
                }
            }
            return new Down(history, timelines.isEmpty() ? Double.NaN : 100 - 100 * down / (toMs - fromMs));
        }

        Map<String, Object> json(Monitor monitor) {
            return Tree.object(
                    "name",
                    monitor.name(),
                    "preview",
                    false,
                    "monitor_type",
                    monitor.type(),
                    "monitor_modified",
                    monitor.createdMs() / 1000,
                    "errors",
                    null,
                    "span_precision",
                    0,
                    "history",
                    history,
                    "uptime",
                    uptime);
        }
    }
}
