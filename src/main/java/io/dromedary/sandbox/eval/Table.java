// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * The lines an expression stands for.
 *
 * @param constant whether it is a number: one line of no group, the same at all times, on a grid without buckets
 */
public record Table(Grid grid, List<Line> lines, Measure measure, boolean constant) {

    public Table {
        lines = List.copyOf(lines);
    }

    static Table of(Grid grid, List<Line> lines, Measure measure) {
        return new Table(grid, lines, measure, false);
    }

    /** A number. Its single value stands for any time. */
    static Table constant(double value) {
        return new Table(Grid.between(), List.of(new Line(Line.NO_TAGS, new double[] {value})), Measure.NONE, true);
    }

    Table with(List<Line> changed) {
        return new Table(grid, changed, measure, constant);
    }

    Table in(Measure other) {
        return new Table(grid, lines, other, constant);
    }

    Table mapLines(UnaryOperator<double[]> change) {
        return with(lines.stream()
                .map(line -> line.with(change.apply(line.values())))
                .toList());
    }

    Table mapValues(DoubleUnaryOperator change) {
        return mapLines(
                values -> Arrays.stream(values).map(change).map(Table::finite).toArray());
    }

    /** The same lines with a point for each bucket of another grid, where there is one. */
    public Table on(Grid other) {
        if (!constant && grid.hasTimesOf(other)) {
            return this;
        }
        var moved = lines.stream()
                .map(line -> line.with(spread(line.values(), other)))
                .toList();
        return new Table(other, moved, measure, false);
    }

    private double[] spread(double[] values, Grid other) {
        var spread = new double[other.size()];
        for (int i = 0; i < spread.length; i++) {
            int index = constant ? 0 : grid.indexOf(other.start(i));
            spread[i] = index < 0 ? Double.NaN : values[index];
        }
        return spread;
    }

    /** JSON has no infinity; Datadog answers null. */
    static double finite(double value) {
        return Double.isInfinite(value) ? Double.NaN : value;
    }
}
