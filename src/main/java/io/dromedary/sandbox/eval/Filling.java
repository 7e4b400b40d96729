// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import io.dromedary.metricql.tree.MetricQuery;
import io.dromedary.metricql.tree.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The modifier {@code .fill(mode, limit)}, and what happens without it: the gaps of a gauge's sources are bridged by
 * straight lines, up to five minutes long, before several sources become one value. Sources that report together have
 * no gaps.
 */
final class Filling {

    private static final double USUAL_LIMIT_SECONDS = 300;

    private Filling() {}

    static Table fill(Table table, Arguments arguments) {
        return table.mapLines(filled(arguments, table.grid()));
    }

    /** What becomes of the values of each source of a query. */
    static UnaryOperator<double[]> ofSources(MetricQuery query, Grid grid) {
        if (query.modifier("as_count").isPresent() || query.modifier("as_rate").isPresent()) {
            return UnaryOperator.identity();
        }
        var written = query.modifier("fill").map(Modifier::arguments).orElse(List.of());
        return filled(new Arguments("fill", written), grid);
    }

    private static UnaryOperator<double[]> filled(Arguments arguments, Grid grid) {
        String mode = arguments.textOr(0, "linear");
        double limit = arguments.numberOr(1, USUAL_LIMIT_SECONDS);
        return switch (mode) {
            case "null" -> UnaryOperator.identity();
            case "zero" ->
                values -> Arrays.stream(values)
                        .map(value -> Double.isNaN(value) ? 0 : value)
                        .toArray();
            case "linear" -> values -> bridged(values, grid, limit);
            case "last" -> values -> carried(values, grid, limit);
            default -> throw new RefusedQueryException("unknown fill mode: " + mode);
        };
    }

    private static double[] bridged(double[] values, Grid grid, double limitSeconds) {
        var filled = values.clone();
        int last = -1;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                continue;
            }
            if (last >= 0 && seconds(grid, last, i) <= limitSeconds) {
                bridge(filled, grid, last, i);
            }
            last = i;
        }
        return filled;
    }

    private static void bridge(double[] filled, Grid grid, int from, int to) {
        double slope = (filled[to] - filled[from]) / seconds(grid, from, to);
        for (int i = from + 1; i < to; i++) {
            filled[i] = filled[from] + slope * seconds(grid, from, i);
        }
    }

    private static double[] carried(double[] values, Grid grid, double limitSeconds) {
        var filled = values.clone();
        int last = -1;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                last = i;
            } else if (last >= 0 && seconds(grid, last, i) <= limitSeconds) {
                filled[i] = values[last];
            }
        }
        return filled;
    }

    private static double seconds(Grid grid, int from, int to) {
        return (grid.start(to) - grid.start(from)) / 1000.0;
    }
}
