// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.split;

import io.dromedary.metricql.syntax.QueryPrinter;
import io.dromedary.metricql.tree.Expression;
import io.dromedary.metricql.tree.Leaves;
import io.dromedary.metricql.tree.MetricQuery;
import java.util.List;
import java.util.Optional;

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

    public static QueryFacts of(MetricQuery query) {
        var aggregator = query.aggregator();
        return new QueryFacts(
                query.metric(),
                aggregator == null ? "" : aggregator.name(),
                QueryPrinter.scope(query.scope()),
                query.by());
    }

    /** Returns the facts of an expression over one query; nothing when it has several different ones or none. */
    public static Optional<QueryFacts> ofOnly(Expression expression) {
        var different = Leaves.queries(expression).stream().distinct().toList();
        return different.size() == 1 ? Optional.of(of(different.get(0))) : Optional.empty();
    }
}
