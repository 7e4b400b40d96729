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

/** Whatever is asked, there is an answer, and soon. */
class NonsenseTest {

    private static final long[] TIMES = {
        0, 1, 1_773_155_000_000L, 1_773_155_251_000L, 4_000_000_000_000L, Long.MAX_VALUE / 4, -5
    };

    private final Sandbox sandbox = new Sandbox();

    @Provide
    Arbitrary<String> queries() {
        return Arbitraries.of(
                        "avg:",
                        "sum:",
                        "p95:",
                        "system.cpu.user",
                        "shop.checkout.latency",
                        "shop.orders",
                        "{*}",
                        "{env:prod}",
                        "{",
                        "}",
                        " by {host}",
                        " by {region,rack}",
                        ".rollup(sum, 60)",
                        ".rollup(avg, 1e15)",
                        ".rollup(max, monthly)",
                        ".fill(linear)",
                        ".as_rate()",
                        " / ",
                        " - ",
                        "(",
                        ")",
                        "*",
                        "0",
                        "1e300",
                        "timeshift(",
                        "top(",
                        ", -1e15)",
                        ", 5, 'max', 'desc')",
                        "anomalies(",
                        ", 'basic', 2)",
                        "count_nonzero(",
                        "ewma_3(",
                        "pow(",
                        "trend_line(",
                        "'",
                        "$A",
                        "a",
                        ",",
                        "count(v: v<=100):",
                        "per_second(")
                .list()
                .ofMaxSize(9)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 1500)
    void answersAnyQuery(@ForAll("queries") String query, @ForAll("times") List<Long> window) {
        var body = Sandbox.body("timeseries_request", window.get(0), window.get(1), window.get(2), "", query);
        assertThat(sandbox.post("/api/v2/query/timeseries", body).status()).isIn(200, 400);
        var scalar = Sandbox.body("scalar_request", window.get(0), window.get(1), 0, "", query);
        assertThat(sandbox.post("/api/v2/query/scalar", scalar).status()).isIn(200, 400);
    }

    @Property(tries = 300)
    void answersAnyBody(@ForAll String body) {
        assertThat(sandbox.post("/api/v2/query/scalar", body).status()).isEqualTo(400);
    }

    @Property(tries = 300)
    void answersAnyPathAndParameters(@ForAll String path, @ForAll String parameters) {
        var request = new SandboxRequest("GET", "/api/v1/metrics/" + path, parameters, Map.of(), new byte[0], true);
        assertThat(sandbox.send(request).status()).isIn(200, 400, 404);
    }

    @Provide
    Arbitrary<List<Long>> times() {
        return Arbitraries.of(java.util.Arrays.stream(TIMES).boxed().toList())
                .list()
                .ofSize(3);
    }
}
