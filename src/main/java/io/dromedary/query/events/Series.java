// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import java.util.Arrays;

/** Points of a series, not yet known how many. */
final class Series {

    private long[] times = new long[64];
    private double[] values = new double[64];
    private int size;

    void add(long time, double value) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        times[size] = time;
        values[size++] = value;
    }

    AggregateReply.Points points() {
        return new AggregateReply.Points(Arrays.copyOf(times, size), Arrays.copyOf(values, size));
    }
}
