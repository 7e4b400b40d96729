// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import java.util.List;

/**
 * Queries of one kind and one window, which travel together.
 *
 * @param queries what is to be answered, never empty
 * @param panel all queries of that kind that were asked together, those of the group and hidden ones among them: a
 *     query may refer to any
 */
public record QueryGroup(Query.Kind kind, Window window, List<Query> queries, List<Query> panel) {

    public QueryGroup {
        queries = List.copyOf(queries);
        panel = List.copyOf(panel);
        if (queries.isEmpty()) {
            throw new IllegalArgumentException("a group needs a query");
        }
    }

    /** Makes a group of queries that were asked alone. */
    public QueryGroup(Query.Kind kind, Window window, List<Query> queries) {
        this(kind, window, queries, queries);
    }
}
