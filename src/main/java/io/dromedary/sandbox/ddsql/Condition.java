// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.ddsql;

import io.dromedary.sandbox.text.Glob;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a row must be like. A comparison with null never holds. */
interface Condition {

    /** Tells for a row of a table; refuses columns that the table does not have. */
    boolean holds(SqlTable table, List<@Nullable Object> row);

    static Condition compare(String column, String sign, Object literal) {
        return (table, row) -> {
            Object value = row.get(table.index(column));
            if (value == null) {
                return false;
            }
            int order = order(value, literal, column);
            return switch (sign) {
                case "=" -> order == 0;
                case "!=" -> order != 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        };
    }

    static Condition in(String column, List<Object> literals) {
        return (table, row) -> {
            Object value = row.get(table.index(column));
            return value != null && literals.stream().anyMatch(literal -> order(value, literal, column) == 0);
        };
    }

    /** {@code %} stands for any text, {@code _} for one letter. */
    static Condition like(String column, String wanted, boolean anyCase) {
        String pattern = anyCase ? wanted.toLowerCase(Locale.ROOT) : wanted;
        return (table, row) -> {
            Object value = row.get(table.index(column));
            if (value == null) {
                return false;
            }
            String text = anyCase ? value.toString().toLowerCase(Locale.ROOT) : value.toString();
            return Glob.matches(pattern, text, '%', '_');
        };
    }

    static Condition isNull(String column) {
        return (table, row) -> row.get(table.index(column)) == null;
    }

    private static int order(Object value, Object literal, String column) {
        if (value instanceof Number number && literal instanceof Number other) {
            return Double.compare(number.doubleValue(), other.doubleValue());
        }
        if (value.getClass() == literal.getClass() && value instanceof String text) {
            return text.compareTo((String) literal);
        }
        if (value instanceof Boolean flag && literal instanceof Boolean other) {
            return Boolean.compare(flag, other);
        }
        throw new RefusedSqlException("column \"" + column.toLowerCase(Locale.ROOT) + "\" cannot be compared with "
                + (literal instanceof String ? "'" + literal + "'" : literal));
    }

    default Condition and(Condition other) {
        return (table, row) -> holds(table, row) && other.holds(table, row);
    }

    default Condition or(Condition other) {
        return (table, row) -> holds(table, row) || other.holds(table, row);
    }

    default Condition not() {
        return (table, row) -> !holds(table, row);
    }
}
