// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dromedary.sandbox.catalog.Catalog;
import io.dromedary.sandbox.catalog.Metric;
import io.dromedary.sandbox.catalog.MetricType;
import io.dromedary.sandbox.signal.Method;
import io.dromedary.sandbox.world.World;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogTest {

    private static final Catalog CATALOG = Catalog.of(World.of(7));
    private static final long NOW = Sandbox.NOW.toEpochMilli();
    private static final long DAYS = Duration.ofDays(3).toMillis();

    static Collection<Metric> metrics() {
        return CATALOG.all();
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void hasPlausibleValuesForDays(Metric metric) {
        long[] hours = LongStream.rangeClosed(0, 72)
                .map(hour -> NOW - DAYS + hour * 3_600_000)
                .toArray();
        double most = most(metric);
        boolean sizes = metric.type() == MetricType.DISTRIBUTION;
        var series = metric.source().in(NOW - DAYS, NOW);
        assertThat(series).isNotEmpty();
        for (var one : series) {
            double[] lowest = one.reading().over(sizes ? Method.AVG : Method.MIN, hours);
            double[] highest = one.reading().over(sizes ? Method.AVG : Method.MAX, hours);
            assertThat(DoubleStream.concat(Arrays.stream(lowest), Arrays.stream(highest))
                            .filter(value -> !Double.isNaN(value))
                            .filter(value -> !(value >= 0 && value <= most)))
                    .as("%s %s", metric.name(), one.tags())
                    .isEmpty();
        }
        assertThat(metric.description()).isNotEmpty().doesNotEndWith(".");
    }

    private static double most(Metric metric) {
        String unit = metric.unit() == null ? "" : metric.unit().name();
        return unit.equals("percent")
                ? 100
                : unit.equals("fraction") || metric.name().endsWith("apdex") ? 1 : Double.MAX_VALUE;
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void neverReportsTheSameTagsTwice(Metric metric) {
        var series = metric.source().in(NOW - DAYS, NOW);
        assertThat(series).extracting(one -> one.tags().toString()).doesNotHaveDuplicates();
    }

    @Test
    void sharesOfTheCpuMakeAHundred() {
        double total = 0;
        for (var part : new String[] {"user", "system", "iowait", "stolen", "idle"}) {
            total += CATALOG.find("system.cpu." + part)
                    .orElseThrow()
                    .source()
                    .in(NOW - DAYS, NOW)
                    .get(3)
                    .reading()
                    .over(Method.AVG, NOW - DAYS, NOW);
        }
        assertThat(total).isCloseTo(100, within(1e-9));
    }

    @Test
    void followsTheDayOfItsRegion() {
        var sandbox = new Sandbox();
        var day = sandbox.series(
                        "sum:shop.orders{region:ap-southeast-1}.rollup(sum, 3600)",
                        Sandbox.NOW.minus(Duration.ofDays(3)),
                        Sandbox.NOW,
                        Duration.ZERO)
                .get("");
        double most = Arrays.stream(day).max().orElseThrow();
        double least = Arrays.stream(day, 0, 70).min().orElseThrow();
        assertThat(most).isGreaterThan(2.5 * least);
    }
}
