// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;

/** Functions of single values, and those that count them. */
final class ValueFunctions {

    private ValueFunctions() {}

    static Map<String, TableFunction> all() {
        return Map.ofEntries(
                Map.entry("abs", (table, arguments) -> table.mapValues(Math::abs)),
                Map.entry(
                        "log2",
                        (table, arguments) ->
                                table.mapValues(v -> Math.log(v) / Math.log(2)).in(Measure.NONE)),
                Map.entry(
                        "log10",
                        (table, arguments) -> table.mapValues(Math::log10).in(Measure.NONE)),
                Map.entry("default_zero", (table, arguments) -> orElse(table, 0)),
                Map.entry("default", (table, arguments) -> orElse(table, arguments.number(1))),
                Map.entry("clamp_min", (table, arguments) -> clampMin(table, arguments.number(1))),
                Map.entry("clamp_max", (table, arguments) -> clampMax(table, arguments.number(1))),
                Map.entry("cutoff_min", (table, arguments) -> keep(table, v -> v >= arguments.number(1))),
                Map.entry("cutoff_max", (table, arguments) -> keep(table, v -> v <= arguments.number(1))),
                Map.entry("exclude_null", (table, arguments) -> excludeNull(table)),
                Map.entry("count_nonzero", (table, arguments) -> count(table, v -> v != 0)),
                Map.entry("count_nonzero_finite", (table, arguments) -> count(table, v -> v != 0)),
                Map.entry("count_not_null", (table, arguments) -> count(table, v -> true)),
                Map.entry("equiv_otel", (table, arguments) -> table));
    }

    /** Where there is nothing at all, it is a line, too: docs, functions/interpolation, a value of 0 without data. */
    private static Table orElse(Table table, double value) {
        var some = table.lines().isEmpty()
                ? table.with(
                        List.of(new Line(Line.NO_TAGS, new double[table.grid().size()])))
                : table;
        return some.mapValues(v -> Double.isNaN(v) || table.lines().isEmpty() ? value : v);
    }

    /** A missing value becomes the threshold: docs, functions/exclusion. */
    private static Table clampMin(Table table, double threshold) {
        return table.mapValues(v -> v >= threshold ? v : threshold);
    }

    private static Table clampMax(Table table, double threshold) {
        return table.mapValues(v -> v <= threshold ? v : threshold);
    }

    private static Table keep(Table table, DoublePredicate kept) {
        return table.mapValues(v -> kept.test(v) ? v : Double.NaN);
    }

    private static Table excludeNull(Table table) {
        return table.with(table.lines().stream()
                .filter(line -> !line.tags().containsValue(MetricReader.NO_TAG))
                .toList());
    }

    /** One line: how many lines have such a value; none where there is nothing to count. */
    private static Table count(Table table, DoublePredicate counted) {
        if (table.lines().isEmpty()) {
            return table;
        }
        var values = new double[table.grid().size()];
        for (var line : table.lines()) {
            for (int i = 0; i < values.length; i++) {
                double value = line.values()[i];
                values[i] += !Double.isNaN(value) && counted.test(value) ? 1 : 0;
            }
        }
        return table.with(List.of(new Line(Line.NO_TAGS, values))).in(Measure.NONE);
    }
}
