// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import java.util.Arrays;
import java.util.Map;

/** Functions of a value and the one before it, and running totals. */
final class RateFunctions {

    private RateFunctions() {}

    /** What becomes of two neighbours, {@code seconds} apart. */
    private interface Step {
        double of(double before, double now, double seconds);
    }

    static Map<String, TableFunction> all() {
        return Map.ofEntries(
                Map.entry("diff", steps((before, now, seconds) -> now - before)),
                Map.entry("monotonic_diff", steps((before, now, seconds) -> now < before ? Double.NaN : now - before)),
                Map.entry(
                        "dt",
                        (table, arguments) ->
                                step(table, (before, now, seconds) -> seconds).in(Measure.NONE)),
                Map.entry("derivative", perSecond((before, now, seconds) -> (now - before) / seconds)),
                Map.entry("per_second", perSecond((before, now, seconds) -> rise(before, now) / seconds)),
                Map.entry("per_minute", steps((before, now, seconds) -> rise(before, now) / seconds * 60)),
                Map.entry("per_hour", steps((before, now, seconds) -> rise(before, now) / seconds * 3600)),
                Map.entry(
                        "throughput",
                        (table, arguments) -> table.mapLines(values -> weighed(values, table.grid(), false))
                                .in(table.measure().perSecond())),
                Map.entry("cumsum", (table, arguments) -> table.mapLines(RateFunctions::running)),
                Map.entry(
                        "integral",
                        (table, arguments) -> table.mapLines(values -> running(weighed(values, table.grid(), true)))
                                .in(Measure.NONE)));
    }

    private static double rise(double before, double now) {
        return now < before ? Double.NaN : now - before;
    }

    private static TableFunction steps(Step step) {
        return (table, arguments) -> step(table, step);
    }

    private static TableFunction perSecond(Step step) {
        return (table, arguments) -> step(table, step).in(table.measure().perSecond());
    }

    private static Table step(Table table, Step step) {
        return table.mapLines(values -> stepped(values, table.grid(), step));
    }

    private static double[] stepped(double[] values, Grid grid, Step step) {
        var result = new double[values.length];
        Arrays.fill(result, Double.NaN);
        int before = -1;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                if (before >= 0) {
                    double seconds = (grid.start(i) - grid.start(before)) / 1000.0;
                    result[i] = step.of(values[before], values[i], seconds);
                }
                before = i;
            }
        }
        return result;
    }

    private static double[] weighed(double[] values, Grid grid, boolean times) {
        var result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = times ? values[i] * grid.seconds(i) : values[i] / grid.seconds(i);
        }
        return result;
    }

    private static double[] running(double[] values) {
        var result = new double[values.length];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += Double.isNaN(values[i]) ? 0 : values[i];
            result[i] = Double.isNaN(values[i]) ? Double.NaN : sum;
        }
        return result;
    }
}
