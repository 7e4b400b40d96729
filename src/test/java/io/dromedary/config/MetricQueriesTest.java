// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import io.dromedary.frame.Column;
import io.dromedary.frame.Field;
import io.dromedary.frame.Frame;
import io.dromedary.frame.FrameType;
import io.dromedary.frame.Notice;
import io.dromedary.query.Answer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Panels of metric queries, through all routes and answered by the embedded Datadog. */
class MetricQueriesTest {

    private static final String TIMESERIES = "/api/v2/query/timeseries";
    private static final String SCALAR = "/api/v2/query/scalar";

    private static SandboxWorld world;

    @BeforeAll
    static void start() throws Exception {
        world = new SandboxWorld();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void calculatesWithHiddenQueriesInOneCall() {
        var answers = world.panel(
                "{`query`:`sum:trace.http.request.errors{*}.as_count()`,`hide`:true}",
                "{`query`:`sum:trace.http.request.hits{*}.as_count()`,`hide`:true}",
                "{`query`:`$A / $B * 100`}");
        var sent = world.sent(TIMESERIES);
        var operands = world.alert(
                "{`query`:`sum:trace.http.request.errors{*}.as_count()`}",
                "{`query`:`sum:trace.http.request.hits{*}.as_count()`}");

        assertThat(answers.get("A")).isEqualTo(Answer.of("A", List.of()));
        assertThat(answers.get("B").frames()).isEmpty();
        assertThat(sent).singleElement().asString().contains("\"formulas\":[{\"formula\":\"query1 / query2 * 100\"}]");
        var ratio = numbers(frame(answers, "C"));
        assertThat(ratio).hasSize(12);
        for (var i = 0; i < ratio.length; i++) {
            assertThat(ratio[i])
                    .isCloseTo(numbers(frame(operands, "A"))[i] / numbers(frame(operands, "B"))[i] * 100, within(1e-9));
        }
    }

    @Test
    void calculatesWithLogsAndApmAndMetricsInOneCall() {
        var answers = world.panel(
                "{`queryType`:`logs`,`query`:`status:error`,`mode`:`aggregate`,`hide`:true}",
                "{`queryType`:`apm-metrics`,`source`:{`stat`:`hits`,`service`:`web`},`hide`:true}",
                "{`query`:`sum:trace.http.request.hits{service:web}.as_count()`,`hide`:true}",
                "{`query`:`$A / $C * 100`}",
                "{`query`:`$B / $C`}");

        assertThat(world.sent(TIMESERIES)).hasSize(1);
        assertThat(numbers(frame(answers, "D"))).hasSize(12).doesNotContain(Double.NEGATIVE_INFINITY);
        assertThat(numbers(frame(answers, "E"))).hasSize(12);
        assertThat(answers.get("A").frames()).isEmpty();
    }

    @Test
    void asksOnceForTwentyQueriesAndForEqualOnesOnlyOnce() {
        var queries = IntStream.range(0, 20)
                .mapToObj(i -> "{`query`:`avg:system.cpu.user{*} * " + i % 10 + "`}")
                .toArray(String[]::new);

        var answers = world.panel(queries);

        assertThat(answers)
                .hasSize(20)
                .allSatisfy((refId, answer) -> assertThat(answer.frames()).hasSize(1));
        assertThat(world.sent(TIMESERIES)).singleElement().asString().satisfies(body -> {
            assertThat(body).containsOnlyOnce("avg:system.cpu.user{*}");
            assertThat(body.split("\"formula\"", -1)).hasSize(11);
        });
    }

    @Test
    void failsOnlyTheFormulaThatUsesWhatDatadogRejects() {
        var answers = world.panel(
                "{`query`:`avg:system.cpu.user{*}`}",
                "{`query`:`p95:system.cpu.user{*}`}",
                "{`query`:`$A + $B`}",
                "{`query`:`$A * 2`}");

        assertThat(frame(answers, "A").rows()).isEqualTo(12);
        assertThat(frame(answers, "D").rows()).isEqualTo(12);
        for (var refId : new String[] {"B", "C"}) {
            assertThat(failure(answers, refId).source()).isEqualTo(Source.DOWNSTREAM);
            assertThat(failure(answers, refId).text()).contains("needs a distribution metric");
        }
    }

    @Test
    void saysWhatIsWrongWithoutAskingDatadog() {
        var answers = world.panel(
                "{`query`:`avg:system.cpu.user{*`}",
                "{`query`:`tpo(avg:system.cpu.user{*}, 5, 'mean', 'desc')`}",
                "{`query`:`avgg:system.cpu.user{*}`}",
                "{`query`:`avg:system.cpu.user{host:$host}`}");

        assertThat(world.sent(TIMESERIES)).isEmpty();
        assertThat(answers.values())
                .allSatisfy(answer -> assertThat(answer.failure())
                        .extracting(Failure::status, Failure::source)
                        .containsExactly(400, Source.PLUGIN));
        assertThat(failure(answers, "A").text()).contains("character 22", "expected }");
        assertThat(failure(answers, "B").text()).contains("character 1", "did you mean top?");
        assertThat(failure(answers, "C").text()).contains("did you mean avg?");
        assertThat(failure(answers, "D").text()).contains("variable $host has no value");
    }

    @Test
    void leavesItToDatadogToJudgeAFunctionNobodyKnowsHere() {
        var answers = world.panel("{`query`:`frobnicate(avg:system.cpu.user{*})`}");

        assertThat(world.sent(TIMESERIES)).hasSize(1);
        assertThat(failure(answers, "A"))
                .extracting(Failure::status, Failure::source)
                .containsExactly(400, Source.DOWNSTREAM);
        assertThat(failure(answers, "A").text()).contains("Dromedary does not know it either: unknown function frob");
    }

    @Test
    void tellsCyclesAndTheirUsersAndNobodyElse() {
        var answers = world.panel(
                "{`query`:`$B + 1`}",
                "{`query`:`$A * 2`}",
                "{`query`:`abs($A)`}",
                "{`query`:`avg:system.cpu.user{*`,`hide`:true}",
                "{`query`:`$D * 2`}",
                "{`query`:`avg:system.cpu.user{*}`}");

        assertThat(failure(answers, "A").text()).contains("A needs itself: A → B → A");
        assertThat(failure(answers, "C").text()).contains("query A, which is needed here, has an error");
        assertThat(failure(answers, "E").text()).contains("query D, which is needed here", "Query D: ", "expected }");
        assertThat(answers.get("D").failure()).as("hidden").isNull();
        assertThat(frame(answers, "F").rows()).isEqualTo(12);
    }

    @Test
    void replacesVariablesAndAddsFiltersInPanelsAndAlertsAlike() {
        var filtered = """
                {`query`:`avg:system.cpu.user{region:$region,$none,host:$host}.rollup(max, $__interval) / 2`,
                 `variables`:{`region`:[`us-east-1`,`eu-west-1`],`none`:[``],`host`:[`*`]},
                 `filters`:[{`key`:`service`,`operator`:`!=`,`value`:`search`},
                            {`key`:`host`,`operator`:`=~`,`values`:[`web-*`]}]}""";
        var sent =
                "avg:system.cpu.user{region IN (us-east-1,eu-west-1) AND host:* AND NOT service:search AND host:web-*}"
                        + ".rollup(max, 300)";

        var panel = world.panel(filtered);
        assertThat(world.sent(TIMESERIES)).singleElement().asString().contains(sent);
        assertThat(frame(panel, "A").meta().executedQuery()).isEqualTo(sent + " / 2");

        world.alert(filtered);
        assertThat(world.sent(TIMESERIES)).singleElement().asString().contains(sent);
    }

    @Test
    void sumsCountsAndLeavesAllElseToTheInterval() {
        var answers = world.panel(
                "{`query`:`sum:trace.http.request.hits{*}`}",
                "{`query`:`sum:trace.http.request.hits{*}`,`rollup`:`none`}",
                "{`query`:`sum:system.load.1{*}`}",
                "{`query`:`avg:system.load.1{*}`,`rollup`:`max,600`}",
                "{`query`:`avg:system.load.1{*}.rollup(min)`}");

        assertThat(executed(answers, "A")).isEqualTo("sum:trace.http.request.hits{*}.rollup(sum, 300)");
        assertThat(frame(answers, "A").meta().notices())
                .extracting(Notice::text)
                .singleElement()
                .asString()
                .contains("sum of 5m", "trace.http.request.hits is a count");
        assertThat(executed(answers, "B")).isEqualTo("sum:trace.http.request.hits{*}");
        assertThat(executed(answers, "C")).isEqualTo("sum:system.load.1{*}");
        assertThat(executed(answers, "D")).isEqualTo("avg:system.load.1{*}.rollup(max, 600)");
        assertThat(frame(answers, "D").rows()).isEqualTo(6);
        assertThat(executed(answers, "E")).isEqualTo("avg:system.load.1{*}.rollup(min, 300)");
        assertThat(world.sent(TIMESERIES)).hasSize(1);
    }

    @Test
    void asksForAMetricsTypeOnlyOnce() {
        world.panel("{`query`:`sum:orders.placed{*}`}");
        world.panel("{`query`:`sum:orders.placed{*} * 2`}");

        assertThat(world.sent("/api/v1/metrics/orders.placed")).isEmpty();
    }

    @Test
    void givesASingleNumberAsNumericMulti() {
        var answers = world.panel(
                "{`query`:`max:system.cpu.user{*}`,`format`:`scalar`,`aggregator`:`max`,`legend`:`peak`}",
                "{`query`:`max:system.cpu.user{*}`,`format`:`scalar`,`aggregator`:`min`}");

        var frame = frame(answers, "A");
        assertThat(frame.meta().type()).isEqualTo(FrameType.NUMERIC_MULTI);
        assertThat(frame.rows()).isEqualTo(1);
        assertThat(frame.fields()).singleElement().satisfies(field -> {
            assertThat(field.name()).isEqualTo("Value");
            assertThat(field.config().displayName()).isEqualTo("peak");
            assertThat(field.config().unit()).isEqualTo("percent");
        });
        assertThat(numbers(frame)[0]).isGreaterThan(numbers(frame(answers, "B"))[0]);
        assertThat(world.sent(SCALAR)).hasSize(1);
        assertThat(world.sent(TIMESERIES)).isEmpty();
    }

    @Test
    void givesGroupsAsATableSortedAndCut() {
        var answers = world.panel(
                "{`query`:`avg:system.cpu.user{*} by {region,host}`,`format`:`scalar`,`limit`:3}",
                "{`query`:`avg:system.cpu.user{*} by {host,region}`,`format`:`scalar`,`order`:`asc`}");

        var top = frame(answers, "A");
        assertThat(top.meta().type()).isEqualTo(FrameType.NUMERIC_LONG);
        assertThat(top.fields()).extracting(Field::name).containsExactly("region", "host", "Value");
        assertThat(numbers(top)).hasSize(3).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        var all = frame(answers, "B");
        assertThat(all.fields()).extracting(Field::name).containsExactly("host", "region", "Value");
        assertThat(numbers(all)).hasSizeGreaterThan(3).isSorted();
        assertThat(numbers(all)[all.rows() - 1]).isEqualTo(numbers(top)[0]);
        assertThat(world.sent(SCALAR))
                .singleElement()
                .asString()
                .contains("\"limit\":{\"count\":3,\"order\":\"desc\"}");
    }

    @Test
    void saysThatAScalarHasNoDataByAFrameWithoutFields() {
        var frame = frame(world.panel("{`query`:`avg:no.such.metric{*}`,`format`:`scalar`}"), "A");

        assertThat(frame.fields()).isEmpty();
        assertThat(frame.meta().type()).isEqualTo(FrameType.NUMERIC_MULTI);
    }

    private static Frame frame(Map<String, Answer> answers, String refId) {
        var answer = Objects.requireNonNull(answers.get(refId));
        assertThat(answer.failure()).isNull();
        return answer.frames().get(0);
    }

    private static String executed(Map<String, Answer> answers, String refId) {
        return Objects.requireNonNull(frame(answers, refId).meta().executedQuery());
    }

    private static Failure failure(Map<String, Answer> answers, String refId) {
        return Objects.requireNonNull(Objects.requireNonNull(answers.get(refId)).failure(), refId + " has no failure");
    }

    /** Returns the values of the last column. */
    private static double[] numbers(Frame frame) {
        var field = frame.fields().get(frame.fields().size() - 1);
        return ((Column.Numbers) field.column()).values();
    }
}
