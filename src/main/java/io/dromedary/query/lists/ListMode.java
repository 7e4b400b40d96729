// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import io.dromedary.frame.Frame;
import io.dromedary.metricql.change.Filter;
import java.util.List;

/**
 * What can be wanted of a product.
 *
 * @param source where the rows come from
 * @param search how the search text and ad-hoc filters reach Datadog
 * @param columns none where they are found in the rows
 * @param ids which ones the query must tell, {@link IdList#NONE} if it need not
 * @param frames makes the answer
 * @param leastRows how many rows are read whatever the limit, where only some of them are shown
 */
record ListMode(
        String name,
        ListSource source,
        ListSearch search,
        List<ListColumn> columns,
        IdList ids,
        FrameMaker frames,
        int leastRows) {

    private static final List<String> ID_COLUMNS = List.of("public_id", "id", "monitor_id");

    /** Where ids are listed: a column of the product's default mode, of rows that pass some filters. */
    record IdList(String column, List<Filter> only) {

        static final IdList NONE = new IdList("", List.of());

        IdList {
            only = List.copyOf(only);
        }
    }

    /** Returns whether a part of a path is the id of something, or its name: what the rows of a list have. */
    static boolean isId(String part) {
        return part.endsWith("id") || part.equals("name");
    }

    /** Makes frames of what was read. */
    @FunctionalInterface
    interface FrameMaker {
        /**
         * Returns what the answer shows.
         *
         * @param parts what was read for each id, or the only part there is; none of them failed
         */
        List<Frame> make(ListQuery query, List<ListPart> parts);
    }

    ListMode {
        columns = List.copyOf(columns);
    }

    static ListMode table(String name, ListSource source, ListSearch search, ListColumn... columns) {
        return new ListMode(name, source, search, List.of(columns), IdList.NONE, TableFrames::make, 0);
    }

    /**
     * Returns the mode for a query that tells which ones.
     *
     * @param column of the product's own list that has the ids
     * @param only which rows of that list count
     */
    ListMode withIds(String column, Filter... only) {
        return new ListMode(name, source, search, columns, new IdList(column, List.of(only)), frames, leastRows);
    }

    boolean needsIds() {
        return !ids.equals(IdList.NONE);
    }

    /** Returns the column by which ids choose rows, where the mode can do without any. */
    String idColumn() {
        return ID_COLUMNS.stream()
                .filter(id -> columns.stream().anyMatch(column -> column.name().equals(id)))
                .findFirst()
                .orElse("id");
    }

    /** Returns another mode that reads the same and shows it in another way. */
    ListMode as(String other, FrameMaker maker) {
        return new ListMode(other, source, search, columns, ids, maker, leastRows);
    }

    /** Returns the mode for answers that leave out rows: a time series of a few rows would end too early. */
    ListMode reading(int rows) {
        return new ListMode(name, source, search, columns, ids, frames, rows);
    }
}
