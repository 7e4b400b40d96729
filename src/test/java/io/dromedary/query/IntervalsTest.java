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

    @ParameterizedTest(name = "{0} at {2} points, panel interval {1} -> {3}")
    @CsvSource({
        "PT1H,   PT0S,  360,    PT10S",
        "PT1H,   PT15S, 360,    PT15S",
        "PT1H,   PT2S,  1500,   PT5S",
        "PT10M,  PT1S,  43200,  PT1S",
        "PT6H,   PT0S,  1500,   PT15S",
        "PT24H,  PT0S,  288,    PT5M",
        "PT1M1S, PT0S,  60,     PT2S",
        "PT1S,   PT0S,  1,      PT1S",
        "PT0.5S, PT0S,  1,      PT1S",
        "P365D,  PT0S,  1500,   PT6H",
        "P4000D, PT0S,  100,    P40D",
        "PT1H,   PT0S,  0,      PT5S",
        "PT1H,   PT0S,  -7,     PT5S",
        "PT1H,   PT0S,  9223372036854775807, PT5S",
    })
    void suitsPanelAndDatadog(Duration length, Duration panelInterval, long maxDataPoints, Duration expected) {
        var range = new TimeRange(Instant.EPOCH, Instant.EPOCH.plus(length));

        assertThat(Intervals.forPanel(range, panelInterval, maxDataPoints)).isEqualTo(expected);
    }

    @Property
    void neverMorePointsThanThePanelDraws(
            @ForAll @LongRange(min = 1, max = 4_000_000_000_000L) long lengthMillis,
            @ForAll @LongRange(min = 1, max = 100_000) long maxDataPoints) {
        var range = new TimeRange(Instant.EPOCH, Instant.ofEpochMilli(lengthMillis));

        var interval = Intervals.forPanel(range, Duration.ZERO, maxDataPoints);

        assertThat(lengthMillis / interval.toMillis()).isLessThanOrEqualTo(Math.min(maxDataPoints, 1_500));
        assertThat(interval.toMillis() % 1_000).isZero();
    }
}
