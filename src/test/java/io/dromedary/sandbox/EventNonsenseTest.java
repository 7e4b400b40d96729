// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is asked about events, there is an answer. */
class EventNonsenseTest {

    private static final List<String> PATHS = List.of(
            "/api/v2/logs/events/search",
            "/api/v2/spans/events/search",
            "/api/v2/events/search",
            "/api/v2/ci/tests/events/search",
            "/api/v2/logs/analytics/aggregate",
            "/api/v2/spans/analytics/aggregate",
            "/api/v2/query/timeseries",
            "/api/v2/query/scalar",
            "/api/v2/series",
            "/api/v2/logs",
            "/api/v1/events",
            "/api/v2/events");

    private static final String[] WORDS = {
        "filter",
        "query",
        "from",
        "to",
        "page",
        "limit",
        "cursor",
        "sort",
        "compute",
        "aggregation",
        "metric",
        "type",
        "group_by",
        "facet",
        "histogram",
        "interval",
        "data",
        "attributes",
        "queries",
        "name",
        "data_source",
        "search",
        "series",
        "points",
        "timestamp",
        "title",
        "message",
        "count",
        "timeseries",
        "logs",
        "slo",
        "now-5m",
        "now",
        "*",
        "@duration",
        "status",
        "-timestamp"
    };

    private final Sandbox sandbox = new Sandbox();

    @Property(tries = 1200)
    void answersAnyBody(@ForAll("paths") String path, @ForAll("json") String body) {
        assertThat(sandbox.post(path, body).status()).isIn(200, 202, 400, 422);
    }

    @Property(tries = 300)
    void answersAnyText(@ForAll("paths") String path, @ForAll String body) {
        assertThat(sandbox.post(path, body).status()).isIn(200, 400, 413, 422);
    }

    @Property(tries = 300)
    void answersAnyParameters(@ForAll("words") String name, @ForAll String value, @ForAll String rest) {
        var query = "filter%5B" + name + "%5D=" + value + "&page%5B" + name + "%5D=" + value + "&" + rest;
        for (var path : List.of("/api/v2/rum/events", "/api/v2/trace/" + value, "/api/v1/events/" + value)) {
            var request = new SandboxRequest("GET", path, query, Map.of(), new byte[0], true);
            assertThat(sandbox.send(request).status()).isIn(200, 400, 404);
        }
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.of(PATHS);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(WORDS);
    }

    @Provide
    Arbitrary<String> json() {
        var leaf = Arbitraries.of("1", "-1", "0", "1e300", "null", "true", "[]", "{}", "\"\"", "9007199254740993")
                .map(text -> text);
        var word = Arbitraries.of(WORDS).map(text -> '"' + text + '"');
        return value(Arbitraries.oneOf(leaf, word), 5);
    }

    private static Arbitrary<String> value(Arbitrary<String> leaf, int depth) {
        if (depth == 0) {
            return leaf;
        }
        var inner = value(leaf, depth - 1);
        var member = Arbitraries.of(WORDS).flatMap(name -> inner.map(value -> '"' + name + "\":" + value));
        var object = member.list().ofMinSize(1).ofMaxSize(4).map(members -> '{' + String.join(",", members) + '}');
        var list = inner.list().ofMaxSize(2).map(values -> '[' + String.join(",", values) + ']');
        return depth == 5 ? object : Arbitraries.oneOf(object, object, list, leaf);
    }
}
