// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import java.util.ArrayList;
import java.util.List;

/** Queries of one kind and one window, which travel together. Never empty. */
public record QueryGroup(Query.Kind kind, Window window, List<Query> queries) {

    public QueryGroup {
        queries = List.copyOf(queries);
        if (queries.isEmpty()) {
            throw new IllegalArgumentException("a group needs a query");
        }
    }

    /** Returns two groups with half of the queries each, to find the one that Datadog rejects; needs at least two. */
    public List<QueryGroup> halves() {
        var middle = queries.size() / 2;
        var halves = new ArrayList<QueryGroup>();
        halves.add(new QueryGroup(kind, window, queries.subList(0, middle)));
        halves.add(new QueryGroup(kind, window, queries.subList(middle, queries.size())));
        return halves;
    }
}
