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
        double[] all = reading.over(Method.COUNT, edges);
        double[] below = reading.over(Method.below(threshold.limit()), edges);
        return switch (threshold.comparison()) {
            case "<", "<=" -> below;
            case ">", ">=" -> {
                Arrays.setAll(all, i -> all[i] - below[i]);
                yield all;
            }
            // sizes are continuous: none is exactly the limit
            default -> Arrays.stream(all).map(count -> count * 0).toArray();
        };
    }
}
