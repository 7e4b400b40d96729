// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.query.TimeRange;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The rows of a reply that are shown: those inside the window, ascending, each time once. Datadog's times are usually
 * just that, apart from some before and after the window; then nothing is copied or one range is.
 *
 * @param times epoch nanoseconds of the rows shown
 * @param picker makes the values of the rows shown out of all values of a series
 */
record Grid(long[] times, UnaryOperator<double[]> picker) {

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    /** @param all times of a reply in any order, epoch nanoseconds */
    static Grid of(long[] all, TimeRange range) {
        var from = nanos(range.from());
        var to = nanos(range.to());
        if (!isAscending(all)) {
            return sorted(all, from, to);
        }
        var first = lowerBound(all, from);
        var end = Math.max(first, lowerBound(all, to));
        if (first == 0 && end == all.length) {
            return new Grid(all, values -> values);
        }
        return new Grid(Arrays.copyOfRange(all, first, end), values -> Arrays.copyOfRange(values, first, end));
    }

    double[] values(double[] all) {
        return picker.apply(all);
    }

    /**
     * Leaves out the rows that exist only because other queries of the call have narrower points.
     *
     * <p>The times of a reply are shared. When queries choose different widths, those of the wider ones are null at
     * most times. The width of a query is the greatest that divides all distances of its points; nulls on that width
     * are real gaps and stay.
     *
     * @param series all values of each series of one query
     */
    Grid thinned(List<double[]> series) {
        var picked = series.stream().map(this::values).toList();
        var filled = IntStream.range(0, times.length)
                .filter(row -> picked.stream().anyMatch(values -> !Double.isNaN(values[row])))
                .toArray();
        if (filled.length < 2) {
            return this;
        }
        var start = times[filled[0]];
        var width = 0L;
        for (var row : filled) {
            width = greatestCommonDivisor(times[row] - start, width);
        }
        var step = width;
        var kept = IntStream.range(0, times.length)
                .filter(row -> (times[row] - start) % step == 0)
                .toArray();
        return kept.length == times.length
                ? this
                : new Grid(Arrays.stream(kept).mapToLong(row -> times[row]).toArray(), all -> pick(kept, values(all)));
    }

    /** Returns the distances between neighbours in nanoseconds, smallest first. */
    long[] distances() {
        var distances = new long[Math.max(0, times.length - 1)];
        Arrays.setAll(distances, i -> times[i + 1] - times[i]);
        Arrays.sort(distances);
        return distances;
    }

    private static double[] pick(int[] rows, double[] values) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static Grid sorted(long[] all, long from, long to) {
        var rows = IntStream.range(0, all.length)
                .filter(row -> all[row] >= from && all[row] < to)
                .boxed()
                .sorted((a, b) -> Long.compare(all[a], all[b]))
                .mapToInt(row -> row)
                .toArray();
        var times = Arrays.stream(rows).mapToLong(row -> all[row]).distinct().toArray();
        return new Grid(times, values -> merge(times, rows, all, values));
    }

    /** Of several values at one time, the last that is not null. */
    private static double[] merge(long[] times, int[] rows, long[] all, double[] values) {
        var merged = new double[times.length];
        Arrays.fill(merged, Double.NaN);
        var target = 0;
        for (var row : rows) {
            if (all[row] != times[target]) {
                target++;
            }
            merged[target] = Double.isNaN(values[row]) ? merged[target] : values[row];
        }
        return merged;
    }

    private static boolean isAscending(long[] times) {
        for (var i = 1; i < times.length; i++) {
            if (times[i] <= times[i - 1]) {
                return false;
            }
        }
        return true;
    }

    private static int lowerBound(long[] times, long time) {
        var found = Arrays.binarySearch(times, time);
        return found >= 0 ? found : -found - 1;
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    /** Returns epoch nanoseconds; the end of what they can say for a time beyond the years 1677 to 2262. */
    private static long nanos(Instant time) {
        var seconds = time.getEpochSecond();
        if (Math.abs(seconds) >= Long.MAX_VALUE / NANOS_PER_SECOND) {
            return seconds < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return seconds * NANOS_PER_SECOND + time.getNano();
    }
}
