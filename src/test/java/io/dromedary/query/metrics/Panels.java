// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.instance.Instance;
import io.dromedary.instance.InstanceKey;
import io.dromedary.instance.Secret;
import io.dromedary.instance.Settings;
import io.dromedary.instance.Tls;
import io.dromedary.query.Query;
import io.dromedary.query.QueryGroup;
import io.dromedary.query.Reduction;
import io.dromedary.query.RollupPolicy;
import io.dromedary.query.TimeRange;
import io.dromedary.query.Window;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Windows, groups and replies that tests ask with. */
final class Panels {

    static final Instant NOON = Instant.ofEpochSecond(1_700_000_000);

    /** Noon to five minutes later, in steps of a minute. */
    static final Window FIVE_MINUTES = window(NOON, NOON.plusSeconds(300), 60);

    private Panels() {}

    static Window window(Instant from, Instant to, long intervalSeconds) {
        return new Window(new TimeRange(from, to), Duration.ofSeconds(intervalSeconds), false);
    }

    /** Queries with the refIds A, B, C. */
    static QueryGroup group(Window window, String... texts) {
        var queries = new ArrayList<Query>();
        for (var text : texts) {
            queries.add(Query.Metrics.of(String.valueOf((char) ('A' + queries.size())), false, window, text, ""));
        }
        return new QueryGroup(Query.Kind.METRICS, window, queries);
    }

    static Query.Metrics scalar(String refId, Window window, String text, Reduction reduction) {
        return new Query.Metrics(refId, false, window, text, "", reduction, RollupPolicy.AUTO, List.of(), Map.of());
    }

    static QueryGroup legend(Window window, String text, String legend) {
        return new QueryGroup(Query.Kind.METRICS, window, List.of(Query.Metrics.of("A", false, window, text, legend)));
    }

    /** Returns what is planned for a group when no metric's type is known. */
    static MetricsPlan plan(QueryGroup group) {
        var planner = new MetricsPlanner(new CallLimits(50, 100_000));
        return planner.plan(planner.read(group, SloNames.NONE), Map.of());
    }

    /** Returns the only call of a group, all of whose queries are good. */
    static MetricsBatch batch(QueryGroup group) {
        var plan = plan(group);
        assertThat(plan.settled()).isEmpty();
        assertThat(plan.batches()).hasSize(1);
        return plan.batches().get(0);
    }

    static MetricsReply reply(String json) throws IOException {
        return new MetricsReplies().read(new ByteArrayInputStream(json.getBytes(UTF_8)));
    }

    /**
     * Returns a reply as Datadog writes it.
     *
     * @param series JSON objects, separated by commas
     * @param times seconds after noon
     * @param values JSON arrays, separated by commas
     */
    static String json(String series, long[] times, String values) {
        var millis = Arrays.stream(times)
                .mapToObj(seconds -> Long.toString(NOON.toEpochMilli() + seconds * 1000))
                .toList();
        return "{\"data\":{\"id\":\"0\",\"type\":\"timeseries_response\",\"attributes\":{\"series\":[" + series
                + "],\"times\":" + millis + ",\"values\":[" + values + "]}}}";
    }

    static String series(int query, String... tags) {
        var quoted = Arrays.stream(tags).map(tag -> '"' + tag + '"').toList();
        return "{\"group_tags\":" + quoted + ",\"query_index\":" + query + ",\"unit\":null}";
    }

    static Instance instance() {
        var settings = new Settings(
                null,
                URI.create("http://localhost"),
                false,
                new Secret("api"),
                new Secret("app"),
                Duration.ofSeconds(30),
                Tls.DEFAULT);
        return new Instance(new InstanceKey("", "org-1", "uid"), "test", settings);
    }
}
