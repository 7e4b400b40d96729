// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.query.TimeRange;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridTest {

    private static final double NULL = Double.NaN;

    private static TimeRange nanos(long from, long to) {
        return new TimeRange(Instant.EPOCH.plusNanos(from), Instant.EPOCH.plusNanos(to));
    }

    @Test
    void sharesTheArraysWhenEverythingIsInside() {
        var times = new long[] {10, 20, 30};
        var values = new double[] {1, 2, 3};
        var grid = Grid.of(times, nanos(10, 31));

        assertThat(grid.times()).isSameAs(times);
        assertThat(grid.values(values)).isSameAs(values);
    }

    @Test
    void clipsToFromInclusiveAndToExclusive() {
        var grid = Grid.of(new long[] {10, 20, 30, 40}, nanos(20, 40));

        assertThat(grid.times()).containsExactly(20, 30);
        assertThat(grid.values(new double[] {1, 2, 3, 4})).containsExactly(2, 3);
    }

    @Test
    void isEmptyWhenNothingIsInside() {
        assertThat(Grid.of(new long[] {10}, nanos(20, 40)).times()).isEmpty();
        assertThat(Grid.of(new long[] {30, 10}, nanos(40, 40)).times()).isEmpty();
        assertThat(Grid.of(new long[] {10}, nanos(40, 20)).times()).isEmpty();
    }

    @Test
    void takesWindowsThatNanosecondsCannotCount() {
        var all = new TimeRange(Instant.MIN, Instant.MAX);

        assertThat(Grid.of(new long[] {-1, 5}, all).times()).containsExactly(-1, 5);
    }

    @Test
    void sortsTimesAndKeepsTheLastValueOfEach() {
        var grid = Grid.of(new long[] {30, 10, 30, 20, 10, 99}, nanos(0, 50));

        assertThat(grid.times()).containsExactly(10, 20, 30);
        assertThat(grid.values(new double[] {1, 2, NULL, 4, 5, 6})).containsExactly(5, 4, 1);
    }

    @Test
    void leavesOutTheRowsOfQueriesWithNarrowerPoints() {
        var grid = Grid.of(new long[] {0, 10, 20, 30, 40, 50, 60, 70, 80}, nanos(0, 100));
        var wide = List.of(
                new double[] {1, NULL, NULL, NULL, NULL, NULL, 3, NULL, NULL},
                new double[] {NULL, NULL, 5, NULL, NULL, NULL, NULL, NULL, NULL});

        var thinned = grid.thinned(wide);

        assertThat(thinned.times()).containsExactly(0, 20, 40, 60, 80);
        assertThat(thinned.values(wide.get(0))).containsExactly(1, NULL, NULL, 3, NULL);
        assertThat(grid.thinned(List.of(new double[] {1, 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL})))
                .isSameAs(grid);
        assertThat(grid.thinned(List.of())).isSameAs(grid);
    }
}
