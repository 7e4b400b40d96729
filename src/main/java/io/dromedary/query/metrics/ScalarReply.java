// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.query.metrics.MetricsReply.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table with a row for each group of tags.
 *
 * @param groups a column for each tag key
 * @param values a column for each formula of the call, in its order
 */
public record ScalarReply(List<Group> groups, List<Values> values) implements QueryReply {

    public ScalarReply {
        groups = List.copyOf(groups);
        values = List.copyOf(values);
    }

    /** Returns the number of a formula in a row, {@code NaN} where there is none. */
    double number(int formula, int row) {
        if (formula >= values.size()) {
            return Double.NaN;
        }
        var numbers = values.get(formula).numbers();
        return row < numbers.length ? numbers[row] : Double.NaN;
    }

    /** Returns how many rows have numbers of a formula, or none. */
    int rows(int formula) {
        return formula < values.size() ? values.get(formula).numbers().length : 0;
    }

    /** Returns the unit of a formula for Grafana, null if it has none. */
    @Nullable
    String unit(int formula) {
        return formula < values.size()
                ? Units.grafana(values.get(formula).unit(), values.get(formula).perUnit())
                : null;
    }

    /**
     * The values of one tag key.
     *
     * @param cells one for each row; several values are joined, null where a row has no such tag
     */
    public record Group(String key, List<@Nullable String> cells) {

        @Nullable
        String cell(int row) {
            return row < cells.size() ? cells.get(row) : null;
        }
    }

    /**
     * The numbers of one formula.
     *
     * @param perUnit the unit below the fraction bar
     * @param numbers one for each row, {@code NaN} where there is none
     */
    public record Values(Unit unit, Unit perUnit, double[] numbers) {}

    @Override
    public long sizeBytes() {
        var bytes = 64L;
        for (var group : groups) {
            for (var cell : group.cells()) {
                bytes += 8 + (cell == null ? 0 : 48 + 2L * cell.length());
            }
        }
        for (var column : values) {
            bytes += 128 + 8L * column.numbers().length;
        }
        return bytes;
    }
}
