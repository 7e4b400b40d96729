// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.metricql.change.MetricType;
import io.dromedary.metricql.change.VariableValue;
import io.dromedary.query.Answer;
import io.dromedary.query.Query;
import io.dromedary.query.QueryGroup;
import io.dromedary.query.Reduction;
import io.dromedary.query.RollupPolicy;
import io.dromedary.query.Window;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MetricsPanelTest {

    private static final Window WINDOW = Panels.FIVE_MINUTES;

    private static MetricsPlan plan(CallLimits limits, Map<String, MetricType> types, List<Query> queries) {
        return new MetricsPanel(new QueryGroup(Query.Kind.METRICS, WINDOW, queries), SloNames.NONE).plan(types, limits);
    }

    private static MetricsPlan plan(CallLimits limits, String... texts) {
        return plan(limits, Map.of(), Panels.group(WINDOW, texts).queries());
    }

    @Test
    void makesSeveralCallsOfAPanelThatIsTooLargeForOne() {
        var texts = IntStream.range(0, 25)
                .mapToObj(i -> "avg:m" + i + "{*} / avg:all{*}")
                .toArray(String[]::new);

        var byCount = plan(new CallLimits(11, 100_000), texts);
        var byLength = plan(new CallLimits(500, 200), texts);

        assertThat(byCount.batches())
                .hasSize(3)
                .allSatisfy(
                        batch -> assertThat(batch.call().question().queries()).hasSizeLessThanOrEqualTo(11));
        assertThat(byLength.batches())
                .hasSizeGreaterThan(3)
                .allSatisfy(batch -> assertThat(batch.call().question().queries().stream()
                                .mapToInt(query -> query.text().length())
                                .sum())
                        .isLessThanOrEqualTo(200));
    }

    /** As many windows as queries: each of the groups knows the whole panel. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void readsOfAPanelOnlyWhatItNeeds() {
        var panel = Panels.group(
                        WINDOW,
                        IntStream.range(0, 2_000)
                                .mapToObj(i -> "avg:m" + i + "{*}")
                                .toArray(String[]::new))
                .queries();

        assertThat(panel).allSatisfy(query -> {
            var group = new QueryGroup(Query.Kind.METRICS, WINDOW, List.of(query), panel);
            assertThat(new MetricsPanel(group, SloNames.NONE)
                            .plan(Map.of(), new CallLimits(50, 100_000))
                            .batches())
                    .hasSize(1);
        });
    }

    @Test
    void asksAQueryThatExceedsTheLimitsAlone() {
        var plan = plan(new CallLimits(2, 100_000), "avg:a{*}", "avg:a{*} + avg:b{*} + avg:c{*}", "avg:b{*}");

        assertThat(plan.batches()).extracting(batch -> batch.queries().size()).containsExactly(1, 1, 1);
    }

    @Test
    void countsEqualQueriesOnce() {
        var texts = IntStream.range(0, 40)
                .mapToObj(i -> "avg:a{*} * " + i + " + avg:b{*}")
                .toArray(String[]::new);

        assertThat(plan(new CallLimits(2, 100_000), texts).batches())
                .singleElement()
                .satisfies(batch -> assertThat(batch.call().question().queries())
                        .extracting(MetricsCall.NamedQuery::text)
                        .containsExactly("avg:a{*}", "avg:b{*}"));
    }

    @Test
    void asksScalarsOfDifferentGroupsInDifferentTables() {
        var average = new Reduction("avg", 0, false);
        var queries = List.<Query>of(
                Panels.scalar("A", WINDOW, "avg:a{*} by {host}", average),
                Panels.scalar("B", WINDOW, "max:b{*} by {host}", new Reduction("max", 0, false)),
                Panels.scalar("C", WINDOW, "avg:a{*} by {env,host}", average),
                Panels.scalar("D", WINDOW, "avg:b{*} by {host,env}", average),
                Panels.scalar("E", WINDOW, "avg:a{*}", average),
                Query.Metrics.of("F", false, WINDOW, "avg:a{*} by {host}", ""));

        var plan = plan(new CallLimits(50, 100_000), Map.of(), queries);

        assertThat(plan.batches())
                .extracting(batch -> batch.queries().stream()
                        .map(query -> query.query().refId())
                        .toList())
                .containsExactly(List.of("A", "B"), List.of("C", "D"), List.of("E"), List.of("F"));
    }

    @Test
    void takesANameForAQueryOfThePanelWhereNoVariableHasIt() {
        var errors = Query.Metrics.of("errors", true, Panels.FIVE_MINUTES, "sum:e{*}", "");
        var share = Query.Metrics.of("B", false, Panels.FIVE_MINUTES, "$errors / avg:$errors{$errors} * $factor", "");
        var variables = Map.of("factor", VariableValue.of("100"));
        var named = new Query.Metrics(
                "B",
                false,
                Panels.FIVE_MINUTES,
                "$errors * $factor",
                "",
                null,
                RollupPolicy.AUTO,
                List.of(),
                variables);
        var group = new QueryGroup(Query.Kind.METRICS, Panels.FIVE_MINUTES, List.of(named), List.of(errors, named));

        assertThat(Panels.batch(group).call().question().formulas())
                .extracting(MetricsCall.Formula::text)
                .containsExactly("query1 * 100");
        assertThat(Panels.plan(new QueryGroup(
                                Query.Kind.METRICS, Panels.FIVE_MINUTES, List.of(share), List.of(errors, share)))
                        .settled())
                .as("only an expression is a query, a metric's name and a tag are not")
                .hasSize(1);
    }

    @Test
    void givesEachQueryItsOwnRollupWhoeverRefersToIt() {
        var queries = List.<Query>of(
                rolled("A", "sum:hits{*}", RollupPolicy.fixed("max", 120)),
                rolled("B", "sum:hits{*}", RollupPolicy.NONE),
                rolled("C", "$A + $B + sum:hits{*} + p95:time{*} + sum:gauge{*}", RollupPolicy.AUTO),
                rolled("D", "p95:time{*} + avg:a{*}.rollup(daily)", RollupPolicy.fixed("sum", 120)));

        var plan =
                plan(new CallLimits(50, 100_000), Map.of("hits", MetricType.COUNT, "gauge", MetricType.GAUGE), queries);

        assertThat(plan.batches().get(0).queries())
                .extracting(ReadyQuery::executed)
                .containsExactly(
                        "sum:hits{*}.rollup(max, 120)",
                        "sum:hits{*}",
                        "sum:hits{*}.rollup(max, 120) + sum:hits{*} + sum:hits{*}.rollup(sum, 60) + p95:time{*}"
                                + " + sum:gauge{*}",
                        "p95:time{*}.rollup(120) + avg:a{*}.rollup(daily)");
    }

    @Test
    void asksOnlyForTheTypesThatChangeAnything() {
        var group = new QueryGroup(
                Query.Kind.METRICS,
                WINDOW,
                List.of(
                        rolled("A", "avg:a{*} + sum:b{*}.as_count() + sum:c{*}.rollup(avg)", RollupPolicy.AUTO),
                        rolled("B", "sum:d{*} + sum:e{*} + $H", RollupPolicy.AUTO),
                        rolled("C", "sum:f{*}", RollupPolicy.NONE)),
                List.of(
                        rolled("H", "sum:g{*} / sum:d{*}", RollupPolicy.AUTO),
                        rolled("I", "sum:nobody.refers.to.it{*}", RollupPolicy.AUTO)));

        assertThat(new MetricsPanel(group, SloNames.NONE).untypedMetrics()).containsExactly("d", "e", "g");
    }

    @Test
    void refusesAVariableThatLeavesNoMetric() {
        var query = new Query.Metrics(
                "A",
                false,
                WINDOW,
                "$factor * 2",
                "",
                null,
                RollupPolicy.AUTO,
                List.of(),
                Map.of("factor", VariableValue.of("7")));

        var plan = plan(new CallLimits(50, 100_000), Map.of(), List.of(query));

        assertThat(plan.batches()).isEmpty();
        assertThat(plan.settled())
                .singleElement()
                .satisfies(answer -> assertThat(answer.failure())
                        .isNotNull()
                        .extracting(failure -> failure.text())
                        .asString()
                        .contains("no metric"));
    }

    /** Whatever is in a panel: each query is answered once, calls keep to the limits, and formulas point into calls. */
    @Property(tries = 300)
    void plansEveryQueryOnce(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 9) Integer> kinds,
            @ForAll @IntRange(min = 1, max = 6) int maxQueries) {
        var texts = List.of(
                "avg:a{*}",
                "avg:b{*}",
                "avg:a{*} / avg:b{*}",
                "$A",
                "$B + $C",
                "$Z",
                "avg:c{*",
                "avg:a{*}, avg:d{*}",
                "top($A, 5, 'mean', 'desc')",
                "sum:e{*} by {h} + sum:f{*} by {h} + sum:g{*} by {h}");
        var queries = new ArrayList<Query>();
        for (var kind : kinds) {
            var refId = Character.toString('A' + queries.size());
            queries.add(
                    kind % 2 == 0 && queries.size() % 3 == 0
                            ? Panels.scalar(refId, WINDOW, texts.get(kind), new Reduction("avg", kind, false))
                            : Query.Metrics.of(refId, false, WINDOW, texts.get(kind), ""));
        }

        var plan = plan(new CallLimits(maxQueries, 100_000), Map.of(), queries);

        var answered =
                new ArrayList<>(plan.settled().stream().map(Answer::refId).toList());
        for (var batch : plan.batches()) {
            batch.queries().forEach(query -> answered.add(query.query().refId()));
            checkBatch(batch, maxQueries);
            if (batch.queries().size() > 1) {
                batch.halves().forEach(half -> checkBatch(half, maxQueries));
            }
        }
        assertThat(answered)
                .containsExactlyInAnyOrderElementsOf(
                        queries.stream().map(Query::refId).toList());
    }

    private static void checkBatch(MetricsBatch batch, int maxQueries) {
        var question = batch.call().question();
        assertThat(batch.formulas()).hasSameSizeAs(batch.queries());
        assertThat(batch.formulas())
                .allSatisfy(places -> assertThat(places)
                        .allMatch(place ->
                                place >= 0 && place < question.formulas().size()));
        Set<Object> texts = new HashSet<>();
        question.queries()
                .forEach(query -> assertThat(texts.add(List.of(query.text(), query.aggregator())))
                        .isTrue());
        if (batch.queries().size() > 1) {
            assertThat(question.queries()).hasSizeLessThanOrEqualTo(maxQueries);
        }
    }

    private static Query rolled(String refId, String text, RollupPolicy rollup) {
        return new Query.Metrics(refId, false, WINDOW, text, "", null, rollup, List.of(), Map.of());
    }
}
