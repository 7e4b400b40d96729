// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.query.Cells;
import java.util.Arrays;

/**
 * How much went well and how much did not, added up over time: events of metric SLOs, seconds of the others.
 *
 * @param times milliseconds since 1970, ascending
 * @param good what went well before each time, since the first
 * @param bad what did not
 * @param steady whether amounts grow evenly between two times, or come with the first of them
 */
record SloTrack(long[] times, double[] good, double[] bad, boolean steady) {

    static final SloTrack EMPTY = new SloTrack(new long[0], new double[0], new double[0], true);

    private static final int DOWN = 1;
    private static final int NO_DATA = 2;

    /** Reads {@code series} of a metric SLO: {@code times} in ms, and values that may be null. */
    static SloTrack ofSeries(JsonNode series) {
        var starts = series.path("times");
        var numerator = series.path("numerator").path("values");
        var denominator = series.path("denominator").path("values");
        var count = Math.min(starts.size(), Math.min(numerator.size(), denominator.size()));
        if (count == 0) {
            return EMPTY;
        }
        var times = new long[count + 1];
        var good = new double[count + 1];
        var bad = new double[count + 1];
        for (var i = 0; i < count; i++) {
            times[i] = Math.round(starts.path(i).asDouble());
            var total = amount(denominator.path(i));
            var fine = Math.min(amount(numerator.path(i)), total);
            good[i + 1] = good[i] + fine;
            bad[i + 1] = bad[i] + total - fine;
        }
        var step = Math.max(1, series.path("interval").asLong(1)) * 1_000;
        times[count] = times[count - 1] + step;
        return isAscending(times) ? new SloTrack(times, good, bad, false) : EMPTY;
    }

    private static double amount(JsonNode value) {
        var number = Cells.number(value);
        return Double.isNaN(number) || number < 0 ? 0 : number;
    }

    /**
     * Reads the {@code history} of a monitor or time-slice SLO: pairs of seconds and state, 0 up, 1 down, 2 no data.
     *
     * @param toMillis when the last state ends
     * @param noDataIsUp as it is for time slices; for monitors it counts neither way
     */
    static SloTrack ofStates(JsonNode history, long toMillis, boolean noDataIsUp) {
        var count = history.size();
        if (count == 0) {
            return EMPTY;
        }
        var times = new long[count + 1];
        var good = new double[count + 1];
        var bad = new double[count + 1];
        for (var i = 0; i < count; i++) {
            times[i] = history.path(i).path(0).asLong() * 1_000;
        }
        times[count] = Math.max(toMillis, times[count - 1] + 1);
        for (var i = 0; i < count; i++) {
            var state = history.path(i).path(1).asInt();
            var seconds = (times[i + 1] - times[i]) / 1_000.0;
            var up = state == 0 || (state == NO_DATA && noDataIsUp);
            good[i + 1] = good[i] + (up ? seconds : 0);
            bad[i + 1] = bad[i] + (state == DOWN ? seconds : 0);
        }
        return isAscending(times) ? new SloTrack(times, good, bad, true) : EMPTY;
    }

    private static boolean isAscending(long[] times) {
        for (var i = 1; i < times.length; i++) {
            if (times[i] <= times[i - 1]) {
                return false;
            }
        }
        return true;
    }

    boolean isEmpty() {
        return times.length == 0;
    }

    /** Returns how far apart the amounts are, milliseconds; 0 where they grow evenly. */
    long step() {
        return steady || times.length < 2 ? 0 : times[times.length - 1] - times[times.length - 2];
    }

    double good(long from, long to) {
        return until(good, to) - until(good, from);
    }

    double bad(long from, long to) {
        return until(bad, to) - until(bad, from);
    }

    private double until(double[] sums, long time) {
        if (isEmpty() || time <= times[0]) {
            return 0;
        }
        if (time >= times[times.length - 1]) {
            return sums[sums.length - 1];
        }
        var found = Arrays.binarySearch(times, time);
        if (found >= 0) {
            return sums[found];
        }
        var after = -found - 1;
        if (!steady) {
            return sums[after];
        }
        var part = (double) (time - times[after - 1]) / (times[after] - times[after - 1]);
        return sums[after - 1] + part * (sums[after] - sums[after - 1]);
    }
}
