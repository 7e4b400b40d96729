// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalsTest {

    private static TimeRange last(Duration length) {
        return new TimeRange(Instant.EPOCH, Instant.EPOCH.plus(length));
    }

    @ParameterizedTest(name = "{0} at {1} points, panel {2} -> {3}")
    @CsvSource({
        "PT1H,360,PT0S,PT10S",
        "PT1H,7200,PT0S,PT5S",
        "PT24H,288,PT0S,PT5M",
        "PT1M1S,60,PT0S,PT2S",
        "PT6H,1500,PT0S,PT15S",
        "PT6H,1500,PT15S,PT15S",
        "PT1H,1000,PT1M,PT1M",
        "PT1H,1000,PT45S,PT45S",
        "PT1H,1000,PT0.2S,PT5S",
        "PT1H,1000,PT10.2S,PT11S",
        "PT10M,43200,PT1S,PT1S",
        "PT6H,43200,PT1S,PT15S",
        "PT1H,0,PT0S,PT5S",
        "PT1H,-5,PT-5S,PT5S",
        "PT1H,9223372036854775807,PT0S,PT5S",
        "PT1H,1,PT0S,PT1H",
        "PT0.001S,1000,PT0S,PT1S",
        "P90D,100,PT0S,P1D",
        "P3650D,100,PT0S,P37D",
        "PT1H,100,PT100000000H,PT1H",
    })
    void keepsSeriesUnderTheBudget(Duration length, long points, Duration panel, Duration expected) {
        assertThat(Intervals.forPanel(panel, points, last(length))).isEqualTo(expected);
    }

    @Property
    void neverAsksForMoreThan1500Points(
            @ForAll @LongRange(min = 1, max = 400_000_000) long seconds, @ForAll long points, @ForAll int panelMillis) {
        var range = last(Duration.ofSeconds(seconds));
        var interval = Intervals.forPanel(Duration.ofMillis(panelMillis), points, range);

        assertThat(interval.getNano()).isZero();
        assertThat(interval.getSeconds()).isPositive();
        assertThat(seconds / interval.getSeconds()).isLessThanOrEqualTo(1_500);
    }

    @ParameterizedTest
    @CsvSource({"-1000000000-01-01T00:00:00Z,+1000000000-12-31T23:59:59Z", "2024-01-02T00:00:00Z,2024-01-01T00:00:00Z"})
    void takesAbsurdRanges(Instant from, Instant to) {
        assertThat(Intervals.forPanel(Duration.ZERO, 100, new TimeRange(from, to)))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }
}
