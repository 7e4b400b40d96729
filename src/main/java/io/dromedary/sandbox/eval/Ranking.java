// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** What a line amounts to as a whole, and the functions that keep the highest or lowest lines. */
final class Ranking {

    private Ranking() {}

    static Map<String, TableFunction> all() {
        var all = new HashMap<String, TableFunction>();
        all.put("top", (table, arguments) -> top(table, arguments, 0));
        all.put("top_offset", (table, arguments) -> top(table, arguments, (int) arguments.number(4)));
        for (boolean highest : new boolean[] {true, false}) {
            for (int count : new int[] {5, 10, 15, 20}) {
                String name = (highest ? "top" : "bottom") + count;
                all.put(name, (table, arguments) -> rank(table, 0, count, "mean", highest));
                for (var measure : new String[] {"mean", "min", "max", "last", "area", "l2norm"}) {
                    all.put(name + "_" + measure, (table, arguments) -> rank(table, 0, count, measure, highest));
                }
            }
        }
        return all;
    }

    private static Table top(Table table, Arguments arguments, int offset) {
        boolean highest = !arguments.textOr(3, "desc").equals("asc");
        return rank(table, offset, (int) arguments.number(1), arguments.textOr(2, "mean"), highest);
    }

    static Table rank(Table table, int offset, int count, String measure, boolean highest) {
        Comparator<Line> order = Comparator.comparingDouble(line -> amount(line.values(), table.grid(), measure));
        return table.with(table.lines().stream()
                .filter(line -> !line.isEmpty())
                .sorted(highest ? order.reversed() : order)
                .skip(Math.max(0, offset))
                .limit(Math.max(0, count))
                .toList());
    }

    /** The number that stands for a line: {@code mean}, {@code max}, {@code last}, {@code area}, …; NaN for none. */
    static double amount(double[] values, Grid grid, String measure) {
        return switch (measure) {
            case "mean", "avg" -> Layers.one(values, "avg");
            case "percentile" -> Layers.one(values, "p95");
            case "last" -> last(values);
            case "l2norm" ->
                Math.sqrt(Layers.one(
                        Arrays.stream(values).map(value -> value * value).toArray(), "sum"));
            case "area" -> area(values, grid);
            default -> Layers.one(values, measure);
        };
    }

    private static double last(double[] values) {
        for (int i = values.length - 1; i >= 0; i--) {
            if (!Double.isNaN(values[i])) {
                return values[i];
            }
        }
        return Double.NaN;
    }

    private static double area(double[] values, Grid grid) {
        var parts = new double[values.length];
        Arrays.setAll(parts, i -> values[i] * grid.seconds(i));
        return Layers.one(parts, "sum");
    }
}
