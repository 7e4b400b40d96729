// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import io.dromedary.metricql.tree.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Arithmetic between tables. Lines of equal tags meet; a line that finds no partner is dropped. A number, or a table of
 * a single line without tags, meets every line of the other. Where either has no value, there is none.
 */
final class Joins {

    private Joins() {}

    static Table apply(Operator operator, Table left, Table right) {
        DoubleBinaryOperator sum = function(operator);
        if (left.constant() && right.constant()) {
            return Table.constant(Table.finite(sum.applyAsDouble(value(left), value(right))));
        }
        return combine(left, right, sum).in(measure(operator, left, right));
    }

    /** Combines by any function of two values. */
    static Table combine(Table left, Table right, DoubleBinaryOperator function) {
        Grid grid = grid(left, right);
        var lines = pairs(left.on(grid), right.on(grid)).stream()
                .map(pair -> pair.combined(function))
                .toList();
        return Table.of(grid, lines, left.constant() ? right.measure() : left.measure());
    }

    private static double value(Table constant) {
        return constant.lines().get(0).values()[0];
    }

    private static Grid grid(Table left, Table right) {
        if (left.constant()) {
            return right.grid();
        }
        return right.constant() ? left.grid() : left.grid().with(right.grid());
    }

    @SuppressWarnings("ArrayRecordComponent") // pairs are passed on, never compared
    private record Pair(SortedMap<String, String> tags, double[] left, double[] right) {
        Line combined(DoubleBinaryOperator function) {
            var values = new double[left.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = Table.finite(function.applyAsDouble(left[i], right[i]));
            }
            return new Line(tags, values);
        }
    }

    private static List<Pair> pairs(Table left, Table right) {
        var pairs = new ArrayList<Pair>();
        if (isSingle(right)) {
            left.lines()
                    .forEach(line -> pairs.add(new Pair(
                            line.tags(), line.values(), right.lines().get(0).values())));
        } else if (isSingle(left)) {
            right.lines()
                    .forEach(line ->
                            pairs.add(new Pair(line.tags(), left.lines().get(0).values(), line.values())));
        } else {
            var partners = right.lines().stream()
                    .collect(Collectors.toMap(Line::tags, Function.identity(), (first, second) -> first));
            for (var line : left.lines()) {
                var partner = partners.get(line.tags());
                if (partner != null) {
                    pairs.add(new Pair(line.tags(), line.values(), partner.values()));
                }
            }
        }
        return pairs;
    }

    private static boolean isSingle(Table table) {
        return table.lines().size() == 1 && table.lines().get(0).tags().isEmpty();
    }

    private static DoubleBinaryOperator function(Operator operator) {
        return switch (operator) {
            case PLUS -> (a, b) -> a + b;
            case MINUS -> (a, b) -> a - b;
            case TIMES -> (a, b) -> a * b;
            case DIVIDE -> (a, b) -> a / b;
        };
    }

    private static Measure measure(Operator operator, Table left, Table right) {
        boolean same = left.measure().equals(right.measure());
        return switch (operator) {
            case PLUS, MINUS ->
                left.constant() ? right.measure() : (same || right.constant() ? left.measure() : Measure.NONE);
            case TIMES -> left.constant() ? right.measure() : (right.constant() ? left.measure() : Measure.NONE);
            case DIVIDE -> right.constant() ? left.measure() : Measure.NONE;
        };
    }
}
