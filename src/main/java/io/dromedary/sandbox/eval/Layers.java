// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import io.dromedary.metricql.tree.Aggregator;
import io.dromedary.metricql.tree.Rollup;
import io.dromedary.sandbox.signal.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Aggregates what is aggregated already: over groups, and over buckets. */
final class Layers {

    private Layers() {}

    /** Makes one line of all lines that agree on the keys. */
    static Table regroup(Table table, String aggregator, List<String> keys) {
        var groups = table.lines().stream()
                .collect(Collectors.groupingBy(line -> group(line, keys), LinkedHashMap::new, Collectors.toList()));
        var lines = groups.entrySet().stream()
                .map(group -> new Line(
                        group.getKey(),
                        across(group.getValue(), aggregator, table.grid().size())))
                .toList();
        return table.with(lines);
    }

    /** Puts the points of a table into the buckets of another grid. */
    static Table rollup(Table table, Rollup rollup, Grid wider) {
        String method = rollup.method() == null ? "avg" : rollup.method();
        var lines = table.lines().stream()
                .map(line -> line.with(along(line.values(), table.grid(), method, wider)))
                .toList();
        return Table.of(wider, lines, table.measure());
    }

    private static SortedMap<String, String> group(Line line, List<String> keys) {
        var group = new TreeMap<String, String>();
        keys.forEach(key -> group.put(key, line.tags().getOrDefault(key, MetricReader.NO_TAG)));
        return group;
    }

    private static double[] across(List<Line> lines, String aggregator, int size) {
        var values = new double[size];
        var column = new double[lines.size()];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < column.length; j++) {
                column[j] = lines.get(j).values()[i];
            }
            values[i] = one(column, aggregator);
        }
        return values;
    }

    private static double[] along(double[] values, Grid grid, String method, Grid wider) {
        var result = new double[wider.size()];
        for (int i = 0; i < result.length; i++) {
            int to = grid.firstFrom(wider.end(i));
            result[i] = one(Arrays.copyOfRange(values, grid.firstFrom(wider.start(i)), to), method);
        }
        return result;
    }

    /** One value of many; NaN when there is none. */
    static double one(double[] values, String method) {
        double[] present =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        if (present.length == 0) {
            return Double.NaN;
        }
        if (method.equals("stddev")) {
            double mean = Arrays.stream(present).average().orElse(0);
            return Math.sqrt(Arrays.stream(present)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElse(0));
        }
        if (Aggregator.isPercentile(method)) {
            return quantile(present, Plan.method(method).argument());
        }
        return folded(present, Plan.method(method).kind());
    }

    private static double folded(double[] present, Method.Kind kind) {
        var fold = new Fold(kind, 1);
        Arrays.stream(present).forEach(value -> fold.add(0, value, 1));
        return fold.result()[0];
    }

    /** The value between whose neighbours the share lies, by linear interpolation. Sorts its argument. */
    static double quantile(double[] values, double share) {
        Arrays.sort(values);
        double place = share * (values.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, values.length - 1);
        return values[below] + (place - below) * (values[above] - values[below]);
    }
}
