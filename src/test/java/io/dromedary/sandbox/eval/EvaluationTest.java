// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.dromedary.sandbox.catalog.Catalog;
import io.dromedary.sandbox.catalog.Metric;
import io.dromedary.sandbox.catalog.MetricType;
import io.dromedary.sandbox.catalog.Series;
import io.dromedary.sandbox.catalog.Units;
import io.dromedary.sandbox.signal.Reading;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected values are worked out by hand from the points below. */
class EvaluationTest {

    private static final Offset<Double> EXACT = within(1e-9);

    private final Counting world = new Counting()
            .with("m", MetricType.GAUGE, "host:a,env:prod,az:x", 1, 2, 3, 4, 5, 6)
            .with("m", MetricType.GAUGE, "host:b,env:prod,az:y", 10, 20, 30, 40, 50, 60)
            .with("m", MetricType.GAUGE, "host:c,env:dev,az:x", 100, NaN, NaN, NaN, NaN, 200)
            .with("n", MetricType.COUNT, "host:a,env:prod", 1, 2, 3, 4, 5, 6)
            .with("n", MetricType.COUNT, "host:b,env:prod", 7, 7, 7, 7, 7, 7)
            .with("r", MetricType.RATE, "host:a,env:prod", 0.5, 1.5, 2.5, 3.5, 4.5, 5.5)
            .with("one", MetricType.GAUGE, "host:a", 4, 8, NaN, 16, 1, 0);

    private void check(String query, double... expected) {
        check(10, query, expected);
    }

    private void check(int interval, String query, double... expected) {
        var lines = world.lines(60, interval, query);
        assertThat(lines).as(query).containsOnlyKeys("");
        assertThat(lines.get("")).as(query).containsExactly(expected, EXACT);
    }

    @Test
    void bridgesTheGapsOfASourceBeforeItIsAddedToOthers() {
        check("sum:m{az:x}", 101, 122, 143, 164, 185, 206);
        check("sum:m{az:x}.fill(null)", 101, 2, 3, 4, 5, 206);
        check("sum:m{az:x}.fill(last)", 101, 102, 103, 104, 105, 206);
        check("sum:m{az:x}.fill(linear, 30)", 101, 2, 3, 4, 5, 206);
        check("sum:m{host:c}", 100, NaN, NaN, NaN, NaN, 200);
    }

    @ParameterizedTest
    @CsvSource({
        "*,3",
        "env:prod,2",
        "'env:prod,host:a',1",
        "!env:prod,1",
        "'!host:a,!host:b',1",
        "'env:*,host:b',1",
        "env:p*,2",
        "env:*d,2",
        "host:a OR host:c,2",
        "NOT (host:a OR host:c),1",
        "'host IN (a,c,z)',2",
        "'host NOT IN (a,c)',1",
        "env:prod AND NOT host:a,1",
        "ENV:PROD,2",
        "nothing:x,0",
        "(env:dev OR host:a) AND az:x,2",
        "env:prod AND host:b OR host:c,2",
        "host.*:a,0",
        "az:x,2"
    })
    void filters(String scope, int expected) {
        assertThat(world.lines(60, 10, "sum:m{" + scope + "} by {host}")).hasSize(expected);
    }

    @Test
    void aggregatesInSpace() {
        check("avg:m{env:prod}", 5.5, 11, 16.5, 22, 27.5, 33);
        check("m{env:prod}", 5.5, 11, 16.5, 22, 27.5, 33);
        check("sum:m{*}", 111, 142, 173, 204, 235, 266);
        check("min:m{*}", 1, 2, 3, 4, 5, 6);
        check("max:m{*}", 100, 120, 140, 160, 180, 200);
        check("count:m{*}", 3, 2, 2, 2, 2, 3);
    }

    @Test
    void aggregatesInTimeByType() {
        check(30, "sum:m{host:a}", 2, 5);
        check(30, "sum:n{host:a}", 6, 15);
        check(30, "sum:r{*}", 1.5, 4.5);
        check(30, "sum:m{host:a}.rollup(max)", 3, 6);
        check(10, "sum:m{host:a}.rollup(sum, 30)", 6, 15);
        check(10, "sum:m{host:a}.rollup(count, 20)", 2, 2, 2);
    }

    @Test
    void turnsCountsAndRatesIntoEachOther() {
        check(30, "sum:n{host:a}.as_count()", 6, 15);
        check(30, "sum:n{host:a}.as_rate()", 0.2, 0.5);
        check(30, "sum:r{*}.as_count()", 45, 135);
        check(30, "sum:r{*}.as_rate()", 1.5, 4.5);
        check(30, "sum:m{host:a}.as_count()", 2, 5);
    }

    @Test
    void groups() {
        var lines = world.lines(60, 60, "sum:m{*} by {env,az}");
        assertThat(lines).containsOnlyKeys("az:x,env:prod", "az:y,env:prod", "az:x,env:dev");
        assertThat(lines.get("az:x,env:dev")).containsExactly(150);
    }

    @Test
    void joinsGroupsOfEqualTags() {
        var lines = world.lines(60, 30, "sum:n{*} by {host} / sum:m{*} by {host}");
        assertThat(lines).containsOnlyKeys("host:a", "host:b");
        assertThat(lines.get("host:a")).containsExactly(3, 3);
        assertThat(lines.get("host:b")).containsExactly(new double[] {21.0 / 20, 21.0 / 50}, EXACT);
    }

    @Test
    void meetsEachGroupWithAWholeAndANumber() {
        var lines = world.lines(60, 60, "100 * sum:n{*} by {host} / sum:n{*}");
        assertThat(lines.get("host:a")).containsExactly(new double[] {100 * 21.0 / 63}, EXACT);
        assertThat(lines.get("host:b")).containsExactly(new double[] {100 * 42.0 / 63}, EXACT);
    }

    @Test
    void calculates() {
        check("-sum:m{host:a} + 2 * (sum:m{host:a} - 1) / 4", -1, -1.5, -2, -2.5, -3, -3.5);
        check("sum:one{*} + sum:m{host:a}", 5, 10, NaN, 20, 6, 6);
        check("sum:m{host:a} / sum:one{*}", 0.25, 0.25, NaN, 0.25, 5, NaN);
        check("sum:m{host:a} - sum:m{host:a}", 0, 0, 0, 0, 0, 0);
    }

    @Test
    void joinsQueriesOfDifferentRollupsWhereBothHavePoints() {
        check("sum:n{host:a}.rollup(sum, 30) / sum:n{host:a}.rollup(sum, 10)", 6, NaN, NaN, 3.75, NaN, NaN);
    }

    @Test
    void tellsTheUnit() {
        var evaluation = world.over(60, 10, "sum:m{*}", "sum:n{*}.as_rate()");
        var bytes = new Measure(Units.named("byte"), null);
        var perSecond = new Measure(Units.named("byte"), Units.named("second"));
        assertThat(evaluation.formula("a").measure()).isEqualTo(bytes);
        assertThat(evaluation.formula("b").measure()).isEqualTo(perSecond);
        assertThat(evaluation.formula("a * 100").measure()).isEqualTo(bytes);
        assertThat(evaluation.formula("100 * a").measure()).isEqualTo(bytes);
        assertThat(evaluation.formula("a + a").measure()).isEqualTo(bytes);
        assertThat(evaluation.formula("a / b").measure()).isEqualTo(Measure.NONE);
        assertThat(evaluation.formula("per_second(a)").measure()).isEqualTo(perSecond);
        assertThat(evaluation.formula("count_nonzero(a)").measure()).isEqualTo(Measure.NONE);
    }

    @Test
    void readsFormulasOverNames() {
        var evaluation = world.over(60, 30, "sum:n{host:a}", "sum:n{host:b}");
        assertThat(evaluation.formula("a / (a + b) * 100").lines().get(0).values())
                .containsExactly(new double[] {600.0 / 27, 1500.0 / 36}, EXACT);
        assertThat(evaluation.formula("top(a, 5, 'mean', 'desc')").lines()).hasSize(1);
        assertThat(evaluation
                        .formula("default(timeshift(b, -30), 3)")
                        .lines()
                        .get(0)
                        .values())
                .containsExactly(3, 21);
        assertThatThrownBy(() -> evaluation.formula("a / c")).isInstanceOf(RefusedQueryException.class);
    }

    @Test
    void tellsNamesFromFunctionsAndNumbers() {
        var window = new Window(0, 60_000, 30_000, Long.MAX_VALUE);
        var names = new Evaluation(
                world.catalog(),
                window,
                List.of(Query.of("abs", "sum:n{host:a}", ""), Query.of("e3", "sum:n{host:b}", "")),
                false);
        assertThat(names.formula("abs(abs - e3) * 1e3").lines().get(0).values()).containsExactly(15_000, 6_000);
    }

    @Test
    void shifts() {
        check(20, "timeshift(sum:n{host:a}, -20)", NaN, 3, 7);
        check(20, "timeshift(timeshift(sum:n{host:a}, -20), -20)", NaN, NaN, 3);
        check(20, "timeshift(sum:n{host:a}, 20) - sum:n{host:a}", 4, 4, NaN);
        assertThat(world.lines(60, 20, "hour_before(sum:n{host:a})")).isEmpty();
    }

    @Test
    void addsLayers() {
        check(30, "max(sum:n{*} by {host,env})", 21, 21);
        check(30, "stddev(sum:n{*} by {host})", 7.5, 3);
        check(30, "p50(sum:n{*} by {host})", 13.5, 18);
        check(10, "sum:n{host:a}.rollup(sum, 10).rollup(max, 30)", 3, 6);
        check(10, "(sum:n{host:a} * 2).rollup(sum, 30)", 12, 30);
    }

    @Test
    void fills() {
        check("sum:one{*}.fill(zero)", 4, 8, 0, 16, 1, 0);
        check("sum:one{*}.fill(last)", 4, 8, 8, 16, 1, 0);
        check("sum:one{*}.fill(linear)", 4, 8, 12, 16, 1, 0);
        check("sum:one{*}.fill(null)", 4, 8, NaN, 16, 1, 0);
        check("sum:m{host:c}.fill(linear, 30)", 100, NaN, NaN, NaN, NaN, 200);
        check("sum:m{host:c}.fill(linear, 60)", 100, 120, 140, 160, 180, 200);
        check("sum:m{host:c}.fill(last, 20)", 100, 100, 100, NaN, NaN, 200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "avg(5) | 5",
                "throughput(5 + 5) | 10",
                "integral(5 + 5) | 10",
                "moving_rollup(5 + 5, 60) | 10",
                "top(5 + 5, 3, 'area', 'desc') | 10",
                "top(5 + 5, 3, 'l2norm', 'desc') | 10",
                "clamp_max(5 + 5, 7) | 7",
                "count_nonzero(5 + 5) | 1",
            })
    void takesNumbersWhereQueriesStand(String formula, double expected) {
        var evaluation = world.over(20, 10, "sum:n{*}");
        var lines = evaluation.formula("a * 0 + " + formula).lines();
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).values()).containsOnly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-60"})
    void refusesAWindowThatHoldsNothing(String seconds) {
        assertThatExceptionOfType(RefusedQueryException.class)
                .isThrownBy(() -> world.lines(20, 10, "moving_rollup(sum:n{*}, " + seconds + ")"))
                .withMessageContaining("moving_rollup");
    }

    @Test
    void tellsWhereAFormulaIsWrong() {
        assertThatExceptionOfType(RefusedQueryException.class)
                .isThrownBy(() -> world.over(20, 10, "sum:n{*}", "sum:n{*}").formula("a + b + b +"))
                .withMessageContaining("column 12");
    }

    @Test
    void comparesWildcardsInTheTimeOfOneLook() {
        var many = new Counting().with("w", MetricType.GAUGE, "host:" + "a".repeat(60), 1);
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThat(many.lines(10, 10, "avg:w{host:" + "a*".repeat(30) + "b}"))
                        .isEmpty());
        assertThat(many.lines(10, 10, "avg:w{host:" + "*".repeat(30_000) + "}")).hasSize(1);
    }

    @Test
    void neverAnswersInfinity() {
        assertThat(Arrays.stream(world.lines(60, 10, "sum:m{host:a} / (sum:m{host:a} - 3)")
                                .get(""))
                        .filter(Double::isInfinite))
                .isEmpty();
    }

    @Test
    void asksASourceOnceForSeveralQueries() {
        var asked = new AtomicInteger();
        Reading reading = (method, edges) -> {
            asked.incrementAndGet();
            return new double[edges.length - 1];
        };
        var metric = new Metric("g", MetricType.GAUGE, null, null, "", (from, to) -> List.of(
                new Series(new TreeMap<>(Map.of("host", "a")), reading)));
        var queries = List.of(
                Query.of("a", "avg:g{*}", "sum"),
                Query.of("b", "sum:g{host:a} by {host}", "sum"),
                Query.of("c", "avg:g{*}.rollup(max, 10)", "sum"));
        var window = new Window(0, 60_000, 10_000, Long.MAX_VALUE);
        var evaluation = new Evaluation(new Catalog(List.of(metric)), window, queries, false);
        evaluation.formula("a + b");
        assertThat(asked).hasValue(1);
        evaluation.formula("c");
        assertThat(asked).hasValue(2);
    }
}
