// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.split;

import io.dromedary.metricql.syntax.QueryPrinter;
import io.dromedary.metricql.tree.MetricQuery;
import java.util.List;

/**
 * What a legend can tell about a query.
 *
 * @param aggregator empty when none is written
 * @param scope what stands between the braces, {@code *} for everything
 * @param groupBy tag keys in the order of the query
 */
public record QueryFacts(String metric, String aggregator, String scope, List<String> groupBy) {

    public QueryFacts {
        groupBy = List.copyOf(groupBy);
    }

    /** Returns the facts of a query. */
    public static QueryFacts of(MetricQuery query) {
        var aggregator = query.aggregator();
        return new QueryFacts(
                query.metric(),
                aggregator == null ? "" : aggregator.name(),
                QueryPrinter.scope(query.scope()),
                query.by());
    }
}
