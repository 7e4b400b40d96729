// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What must hold between answers, whatever the data. Windows end up to 60 days before now. */
class MetamorphicTest {

    private static final double TINY = 1e-9;

    private final Sandbox sandbox = new Sandbox();

    @Provide
    Arbitrary<String> counts() {
        return Arbitraries.of(
                "shop.orders",
                "shop.orders.failed",
                "trace.http.request.hits",
                "trace.http.request.errors",
                "jvm.gc.minor_collection_count");
    }

    @Provide
    Arbitrary<String> levels() {
        return Arbitraries.of(
                "system.cpu.user",
                "system.cpu.idle",
                "system.mem.used",
                "nginx.net.request_per_s",
                "jvm.heap_memory",
                "postgresql.locks");
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.of("host", "service", "region", "env", "version", "availability-zone");
    }

    private Map<String, double[]> ask(String query, int hoursAgo, int minutes) {
        var to = Sandbox.NOW.minus(Duration.ofHours(hoursAgo));
        return sandbox.series(query, to.minus(Duration.ofMinutes(minutes * 40L)), to, Duration.ofMinutes(minutes));
    }

    private static double[] only(Map<String, double[]> series) {
        assertThat(series).hasSize(1);
        return series.values().iterator().next();
    }

    private static double[] sum(Collection<double[]> lines) {
        int size = lines.iterator().next().length;
        var sum = new double[size];
        Arrays.fill(sum, Double.NaN);
        for (var line : lines) {
            for (int i = 0; i < size; i++) {
                sum[i] = Double.isNaN(sum[i]) ? line[i] : sum[i] + (Double.isNaN(line[i]) ? 0 : line[i]);
            }
        }
        return sum;
    }

    private static void assertSame(double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            if (Double.isNaN(expected[i])) {
                assertThat(actual[i]).isNaN();
            } else {
                assertThat(actual[i]).isCloseTo(expected[i], within(TINY * Math.max(1, Math.abs(expected[i]))));
            }
        }
    }

    @Property(tries = 60)
    void groupsAddUpToTheWhole(
            @ForAll("counts") String metric,
            @ForAll("keys") String key,
            @ForAll @IntRange(max = 1440) int hoursAgo,
            @ForAll @IntRange(min = 1, max = 90) int minutes) {
        var whole = ask("sum:" + metric + "{*}", hoursAgo, minutes);
        Assume.that(!whole.isEmpty());
        assertSame(
                sum(ask("sum:" + metric + "{*} by {" + key + "}", hoursAgo, minutes)
                        .values()),
                only(whole));
    }

    @Property(tries = 60)
    void aFilterAndItsOppositeAddUpToTheWhole(
            @ForAll("counts") String metric,
            @ForAll @IntRange(max = 1440) int hoursAgo,
            @ForAll @IntRange(min = 1, max = 90) int minutes) {
        var query = "sum:" + metric + "{%s} by {env}.fill(zero)";
        var in = ask(query.formatted("region:eu-*"), hoursAgo, minutes);
        var out = ask(query.formatted("NOT region IN (eu-west-1,mars)"), hoursAgo, minutes);
        var whole = ask(query.formatted("*"), hoursAgo, minutes);
        whole.forEach((tags, values) -> {
            var empty = new double[values.length];
            assertSame(sum(java.util.List.of(in.getOrDefault(tags, empty), out.getOrDefault(tags, empty))), values);
        });
        assertThat(whole).isNotEmpty();
    }

    @Property(tries = 60)
    void theAverageLiesBetweenTheExtremes(
            @ForAll("levels") String metric,
            @ForAll @IntRange(max = 1440) int hoursAgo,
            @ForAll @IntRange(min = 1, max = 90) int minutes) {
        var rollup = "{*}.rollup(%s, " + minutes * 60 + ")";
        double[] low = only(ask("min:" + metric + rollup.formatted("min"), hoursAgo, minutes));
        double[] average = only(ask("avg:" + metric + rollup.formatted("avg"), hoursAgo, minutes));
        double[] high = only(ask("max:" + metric + rollup.formatted("max"), hoursAgo, minutes));
        for (int i = 0; i < average.length; i++) {
            assertThat(average[i]).isBetween(low[i] - TINY, high[i] + TINY);
        }
        assertThat(average).isNotEmpty();
    }

    @Property(tries = 60)
    void aWiderSumIsTheSumOfFinerOnes(
            @ForAll("counts") String metric,
            @ForAll @IntRange(max = 1440) int hoursAgo,
            @ForAll @IntRange(min = 2, max = 12) int times) {
        var end = Instant.ofEpochSecond(Math.floorDiv(Sandbox.NOW.getEpochSecond(), 43_200) * 43_200)
                .minus(Duration.ofHours(hoursAgo));
        int wide = 60 * times;
        var from = end.minusSeconds(wide * 20L);
        Assume.that(from.getEpochSecond() % wide == 0);
        var fine = sandbox.series("sum:" + metric + "{*}.rollup(sum, 60)", from, end, Duration.ZERO);
        Assume.that(!fine.isEmpty());
        double[] parts = only(fine);
        double[] wholes =
                only(sandbox.series("sum:" + metric + "{*}.rollup(sum, " + wide + ")", from, end, Duration.ZERO));
        for (int i = 0; i < wholes.length; i++) {
            double sum = Arrays.stream(parts, i * times, (i + 1) * times)
                    .filter(value -> !Double.isNaN(value))
                    .sum();
            assertThat(Double.isNaN(wholes[i]) ? 0 : wholes[i]).isEqualTo(sum);
        }
    }

    @Property(tries = 30)
    void aRollupOfARollupIsTheWiderRollup(@ForAll("levels") String metric, @ForAll @IntRange(max = 1440) int hoursAgo) {
        var end = Instant.ofEpochSecond(Math.floorDiv(Sandbox.NOW.getEpochSecond(), 3600) * 3600)
                .minus(Duration.ofHours(hoursAgo));
        var from = end.minus(Duration.ofHours(12));
        var twice = sandbox.series("sum:" + metric + "{*}.rollup(sum, 60).rollup(sum, 3600)", from, end, Duration.ZERO);
        var once = sandbox.series("sum:" + metric + "{*}.rollup(sum, 3600)", from, end, Duration.ZERO);
        assertSame(only(twice), only(once));
    }

    @Property(tries = 30)
    void whatIsTakenFromItselfLeavesNothing(
            @ForAll("levels") String metric, @ForAll("keys") String key, @ForAll @IntRange(max = 1440) int hoursAgo) {
        var query = "avg:" + metric + "{*} by {" + key + "}";
        var nothing = ask(query + " - " + query, hoursAgo, 10);
        assertThat(nothing).isNotEmpty();
        assertThat(nothing.values())
                .allSatisfy(values -> assertThat(Arrays.stream(values).filter(value -> !Double.isNaN(value)))
                        .isNotEmpty()
                        .containsOnly(0.0));
    }

    @Property(tries = 30)
    void aShiftShowsTheOtherTime(
            @ForAll("levels") String metric,
            @ForAll @IntRange(max = 1000) int hoursAgo,
            @ForAll @IntRange(min = 1, max = 400) int hours) {
        var shifted = ask("timeshift(avg:" + metric + "{*}, -" + hours * 3600 + ")", hoursAgo, 10);
        assertSame(only(shifted), only(ask("avg:" + metric + "{*}", hoursAgo + hours, 10)));
    }

    @Property(tries = 30)
    void aRateIsTheCountByTime(
            @ForAll("counts") String metric,
            @ForAll @IntRange(max = 1440) int hoursAgo,
            @ForAll @IntRange(min = 1, max = 90) int minutes) {
        var rate = ask("sum:" + metric + "{*}.as_rate()", hoursAgo, minutes);
        Assume.that(!rate.isEmpty() && hoursAgo > 2);
        double[] counts = only(ask("sum:" + metric + "{*}.as_count()", hoursAgo, minutes));
        assertSame(Arrays.stream(only(rate)).map(value -> value * minutes * 60).toArray(), counts);
    }

    @Property(tries = 30)
    void percentilesRise(@ForAll @IntRange(max = 1440) int hoursAgo, @ForAll @IntRange(min = 1, max = 90) int minutes) {
        double[] before = only(ask("min:shop.checkout.latency{*}", hoursAgo, minutes));
        for (var name : new String[] {"p50", "p75", "p90", "p95", "p99", "max"}) {
            double[] next = only(ask(name + ":shop.checkout.latency{*}", hoursAgo, minutes));
            for (int i = 0; i < next.length; i++) {
                assertThat(next[i]).as(name).isGreaterThan(before[i]);
            }
            before = next;
        }
    }

    @Provide
    Arbitrary<String> percentiles() {
        return Arbitraries.of("p50", "p75", "p90", "p95", "p99", "p99.9");
    }

    @Property(tries = 40)
    void aPercentileOfAllLiesBetweenThoseOfTheGroups(
            @ForAll("percentiles") String percentile,
            @ForAll("keys") String key,
            @ForAll @IntRange(max = 1440) int hoursAgo,
            @ForAll @IntRange(min = 1, max = 90) int minutes) {
        var query = percentile + ":trace.http.request{%s}";
        double[] all = only(ask(query.formatted("*"), hoursAgo, minutes));
        var groups = ask(query.formatted("*") + " by {" + key + "}", hoursAgo, minutes);
        for (int i = 0; i < all.length; i++) {
            int at = i;
            var range = groups.values().stream()
                    .mapToDouble(values -> values[at])
                    .filter(value -> !Double.isNaN(value))
                    .summaryStatistics();
            assertThat(all[i]).isBetween(range.getMin() * (1 - TINY), range.getMax() * (1 + TINY));
        }
        var group = groups.keySet().iterator().next();
        if (!group.endsWith(":N/A")) {
            assertSame(groups.get(group), only(ask(query.formatted(group), hoursAgo, minutes)));
        }
    }

    @Property(tries = 20)
    void aPercentileOfAnHourLiesBetweenThoseOfItsMinutes(
            @ForAll("percentiles") String percentile, @ForAll @IntRange(max = 1440) int hoursAgo) {
        var end = Instant.ofEpochSecond(Math.floorDiv(Sandbox.NOW.getEpochSecond(), 3600) * 3600)
                .minus(Duration.ofHours(hoursAgo));
        var from = end.minus(Duration.ofHours(6));
        var query = percentile + ":shop.checkout.latency{region:us-east-1}.rollup(%d)";
        double[] minutes = only(sandbox.series(query.formatted(300), from, end, Duration.ZERO));
        double[] hours = only(sandbox.series(query.formatted(3600), from, end, Duration.ZERO));
        assertThat(hours).hasSize(6);
        for (int i = 0; i < hours.length; i++) {
            var range = Arrays.stream(minutes, i * 12, (i + 1) * 12).summaryStatistics();
            assertThat(hours[i]).isBetween(range.getMin() * (1 - TINY), range.getMax() * (1 + TINY));
        }
    }

    @Property(tries = 20)
    void theRangesOfAHistogramAddUpToTheCount(
            @ForAll @IntRange(max = 1440) int hoursAgo, @ForAll @IntRange(min = 1, max = 90) int minutes) {
        var scope = ":shop.checkout.latency{region:us-east-1}";
        var ranges = ask("histogram" + scope, hoursAgo, minutes);
        double[] slow = new double[40];
        double[] all = new double[40];
        ranges.forEach((tags, values) -> {
            double from = Double.parseDouble(tags.replaceAll(".*lower_bound:([^,]*).*", "$1"));
            double to = Double.parseDouble(tags.replaceAll(".*upper_bound:([^,]*).*", "$1"));
            assertThat(to / from).isBetween(1.2, 1.3);
            for (int i = 0; i < values.length; i++) {
                all[i] += values[i];
                slow[i] += from >= 630 ? values[i] : 0;
            }
        });
        assertThat(ranges).hasSizeBetween(6, 30);
        assertSame(all, only(ask("count" + scope, hoursAgo, minutes)));
        double[] counted = only(ask("count(v: v>630)" + scope, hoursAgo, minutes));
        for (int i = 0; i < slow.length; i++) {
            assertThat(slow[i]).isCloseTo(counted[i], within(ranges.size() * 4.0));
        }
    }
}
