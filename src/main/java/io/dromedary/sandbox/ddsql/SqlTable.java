// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.ddsql;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Rows that can be asked.
 *
 * @param rows a value for each column: text, {@link Long}, {@link Double}, {@link Boolean} or null
 */
public record SqlTable(List<Column> columns, List<List<@Nullable Object>> rows) {

    /** A column. Its name is in lower case. */
    public record Column(String name, ColumnType type) {}

    /** Finds the tables of a name. */
    public interface Tables {

        /** Null when there is none of that name, which is in lower case. */
        @Nullable
        SqlTable named(String name);
    }

    int index(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(wanted)) {
                return i;
            }
        }
        throw new RefusedSqlException("column \"" + name + "\" does not exist; there are "
                + String.join(", ", columns.stream().map(Column::name).toList()));
    }
}
