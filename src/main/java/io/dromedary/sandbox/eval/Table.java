// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * The lines an expression stands for.
 *
 * @param constant whether it is a number: one line of no group, the same at all times, in a bucket of one second
 */
public record Table(Grid grid, List<Line> lines, Measure measure, boolean constant) {

    private static final Grid A_SECOND = Grid.between(0, 1000);

    public Table {
        lines = List.copyOf(lines);
    }

    static Table of(Grid grid, List<Line> lines, Measure measure) {
        return new Table(grid, lines, measure, false);
    }

    /** A number. Its single value stands for any time. */
    static Table constant(double value) {
        return new Table(A_SECOND, List.of(new Line(Line.NO_TAGS, new double[] {value})), Measure.NONE, true);
    }

    /**
     * Puts tables side by side: each has the points of its own buckets for the next buckets of the grid. A line that
     * one of them does not have has no points there.
     */
    static Table joined(Grid grid, List<Table> pieces) {
        var values = new LinkedHashMap<SortedMap<String, String>, double[]>();
        int at = 0;
        for (var piece : pieces) {
            for (var line : piece.lines()) {
                var all = values.computeIfAbsent(line.tags(), tags -> nothing(grid.size()));
                System.arraycopy(line.values(), 0, all, at, line.values().length);
            }
            at += piece.grid().size();
        }
        var lines = new ArrayList<Line>();
        values.forEach((tags, all) -> lines.add(new Line(tags, all)));
        return of(grid, lines, pieces.get(0).measure());
    }

    private static double[] nothing(int size) {
        var nothing = new double[size];
        Arrays.fill(nothing, Double.NaN);
        return nothing;
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
