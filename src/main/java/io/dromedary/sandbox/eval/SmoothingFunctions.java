// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Functions that calm a line down, and those that combine the points of the last seconds. */
final class SmoothingFunctions {

    private SmoothingFunctions() {}

    static Map<String, TableFunction> all() {
        var all = new HashMap<String, TableFunction>();
        for (int span : new int[] {3, 5, 7, 10, 20}) {
            all.put("ewma_" + span, (table, arguments) -> table.mapLines(values -> exponential(values, span)));
        }
        for (int span : new int[] {3, 5, 7, 9}) {
            all.put("median_" + span, (table, arguments) -> table.mapLines(values -> moving(values, span, "p50")));
        }
        for (int span : new int[] {5, 13, 21, 29}) {
            all.put("rollingavg_" + span, (table, arguments) -> table.mapLines(values -> moving(values, span, "avg")));
        }
        all.put("autosmooth", (table, arguments) -> table.mapLines(SmoothingFunctions::smooth));
        all.put("moving_rollup", SmoothingFunctions::movingRollup);
        return all;
    }

    /** A weight of 2 / (span + 1) for the newest value. */
    private static double[] exponential(double[] values, int span) {
        double weight = 2.0 / (span + 1);
        var result = new double[values.length];
        double average = Double.NaN;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                average = Double.isNaN(average) ? values[i] : average + weight * (values[i] - average);
            }
            result[i] = Double.isNaN(values[i]) ? Double.NaN : average;
        }
        return result;
    }

    /** The last {@code span} points up to each; no value where the line has none. */
    private static double[] moving(double[] values, int span, String method) {
        var result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int from = Math.max(0, i + 1 - span);
            result[i] =
                    Double.isNaN(values[i]) ? Double.NaN : Layers.one(Arrays.copyOfRange(values, from, i + 1), method);
        }
        return result;
    }

    /** A centred average over a twentieth of the window. */
    static double[] smooth(double[] values) {
        int half = Math.max(1, values.length / 40);
        var result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int to = Math.min(values.length, i + half + 1);
            result[i] = Double.isNaN(values[i])
                    ? Double.NaN
                    : Layers.one(Arrays.copyOfRange(values, Math.max(0, i - half), to), "avg");
        }
        return result;
    }

    private static Table movingRollup(Table table, Arguments arguments) {
        double width = arguments.number(1) * 1000;
        if (!(width > 0)) {
            throw new RefusedQueryException("argument 2 of moving_rollup() must be above 0");
        }
        String method = arguments.textOr(2, "avg");
        var grid = table.grid();
        return table.mapLines(values -> {
            var result = new double[values.length];
            int from = 0;
            for (int i = 0; i < values.length; i++) {
                while (grid.start(from) <= grid.start(i) - width) {
                    from++;
                }
                result[i] = Layers.one(Arrays.copyOfRange(values, from, i + 1), method);
            }
            return result;
        });
    }
}
