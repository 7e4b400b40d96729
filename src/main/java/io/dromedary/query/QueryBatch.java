// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import java.util.List;

/**
 * What one request asks.
 *
 * @param fresh whether answers must not come from the cache of recent answers: alert rules, {@code X-Cache-Skip}
 * @param shown whether hidden queries are left out because a panel asks. Grafana's expressions and alert rules ask for
 *     hidden queries and mean it
 */
public record QueryBatch(List<AskedQuery> queries, boolean fresh, boolean shown) {

    public QueryBatch {
        queries = List.copyOf(queries);
    }

    /** Returns the queries' refIds, in their order. */
    public List<String> refIds() {
        return queries.stream().map(AskedQuery::refId).toList();
    }
}
