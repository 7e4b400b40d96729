// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import io.dromedary.metricql.tree.Aggregator;
import io.dromedary.sandbox.signal.Method;
import io.dromedary.sandbox.signal.Reading;
import java.util.Arrays;

/** Counts the events of a distribution on one side of a limit: {@code count(v: v<=100):m{*}}. */
final class Thresholds {

    private Thresholds() {}

    static double[] counts(Reading reading, Aggregator.Threshold threshold, long[] edges) {
        double[] below = reading.over(Method.below(threshold.limit()), edges);
        if (threshold.comparison().startsWith("<")) {
            return below;
        }
        double[] all = reading.over(Method.COUNT, edges);
        // sizes are continuous: none is exactly the limit
        boolean above = threshold.comparison().startsWith(">");
        Arrays.setAll(all, i -> above ? all[i] - below[i] : all[i] * 0);
        return all;
    }
}
