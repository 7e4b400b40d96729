// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.ddsql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement.
 *
 * @param items what is selected; empty for {@code *}
 * @param table empty when it asks none
 * @param where null when all rows are wanted
 * @param limit rows at most
 */
record Select(
        boolean distinct,
        List<Item> items,
        String table,
        @Nullable Condition where,
        List<String> groupBy,
        List<Order> orderBy,
        int limit) {

    /** How the rows of a group become one value. */
    enum Aggregate {
        COUNT,
        SUM,
        AVG,
        MIN,
        MAX
    }

    /**
     * A column of the result.
     *
     * @param name what it is called in the result
     * @param column what it reads; {@code *} for {@code count(*)}; empty for a literal
     * @param aggregate null when it is read row by row
     * @param distinct whether equal values count once
     */
    record Item(
            String name,
            String column,
            @Nullable Aggregate aggregate,
            boolean distinct,
            @Nullable Object literal) {}

    /** @param name of a column of the result, or its number from 1 */
    record Order(String name, boolean descending) {}

    boolean isGrouped() {
        return !groupBy.isEmpty() || items.stream().anyMatch(item -> item.aggregate() != null);
    }
}
