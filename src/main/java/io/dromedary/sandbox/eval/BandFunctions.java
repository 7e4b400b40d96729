// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Functions that judge lines. Plausible, not Datadog's algorithms: an expected line with a band of so many deviations,
 * as lines of their own with the tag {@code bound}; outliers get the tag {@code outlier:true}.
 */
final class BandFunctions {

    private static final double USUAL_TOLERANCE = 3;
    /** The median deviation of a normal distribution is that part of its standard deviation. */
    private static final double NORMAL = 0.6745;

    private BandFunctions() {}

    static Map<String, TableFunction> all() {
        return Map.of(
                "anomalies", (table, arguments) -> band(table, SmoothingFunctions::smooth, arguments.numberOr(2, 2)),
                "forecast", (table, arguments) -> band(table, TrendFunctions::leastSquares, arguments.numberOr(2, 1)),
                "outliers", (table, arguments) -> outliers(table, arguments.numberOr(2, USUAL_TOLERANCE)));
    }

    private static Table band(Table table, UnaryOperator<double[]> expectation, double deviations) {
        var lines = new ArrayList<Line>();
        for (var line : table.lines()) {
            double[] expected = expectation.apply(line.values());
            var rests = new double[expected.length];
            Arrays.setAll(rests, i -> line.values()[i] - expected[i]);
            double width = deviations * Layers.one(rests, "stddev");
            lines.add(line);
            lines.add(moved(line, expected, -width).tagged("bound", "lower"));
            lines.add(moved(line, expected, width).tagged("bound", "upper"));
        }
        return table.with(lines);
    }

    private static Line moved(Line line, double[] expected, double by) {
        return line.with(Arrays.stream(expected).map(value -> value + by).toArray());
    }

    private static Table outliers(Table table, double tolerance) {
        double[] means = table.lines().stream()
                .mapToDouble(line -> Layers.one(line.values(), "avg"))
                .toArray();
        double middle = Layers.one(means, "p50");
        double spread = Layers.one(
                        Arrays.stream(means)
                                .map(mean -> Math.abs(mean - middle))
                                .toArray(),
                        "p50")
                / NORMAL;
        return table.with(table.lines().stream()
                .map(line -> Math.abs(Layers.one(line.values(), "avg") - middle) > tolerance * spread
                        ? line.tagged("outlier", "true")
                        : line)
                .toList());
    }
}
