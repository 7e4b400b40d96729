// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import io.dromedary.metricql.tree.Aggregator;
import io.dromedary.sandbox.signal.Method;
import io.dromedary.sandbox.signal.Reading;
import java.util.Arrays;

/** Counts the events of a distribution on one side of a limit: {@code count(v: v<=100):m{*}}. */
final class Thresholds {

    private static final int STEPS = 24;

    private Thresholds() {}

    static double[] counts(Reading reading, Aggregator.Threshold threshold, long[] edges) {
        var counts = new double[edges.length - 1];
        Arrays.setAll(counts, i -> count(reading, threshold, edges[i], edges[i + 1]));
        return counts;
    }

    private static double count(Reading reading, Aggregator.Threshold threshold, long fromMs, long toMs) {
        double all = reading.over(Method.COUNT, fromMs, toMs);
        double below = Math.rint(all * share(reading, threshold.limit(), fromMs, toMs));
        return switch (threshold.comparison()) {
            case "<", "<=" -> below;
            case ">", ">=" -> all - below;
            // sizes are continuous: none is exactly the limit
            default -> all * 0;
        };
    }

    /** The share of events at most as large as the limit: the quantile that equals it, found by halving. */
    private static double share(Reading reading, double limit, long fromMs, long toMs) {
        double low = 0;
        double high = 1;
        for (int step = 0; step < STEPS; step++) {
            double middle = (low + high) / 2;
            if (reading.over(Method.quantile(middle), fromMs, toMs) <= limit) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
