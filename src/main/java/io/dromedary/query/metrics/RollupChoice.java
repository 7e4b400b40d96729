// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.frame.Notice;
import io.dromedary.metricql.change.MetricType;
import io.dromedary.metricql.change.Rollups;
import io.dromedary.metricql.tree.Expression;
import io.dromedary.metricql.tree.Leaves;
import io.dromedary.metricql.tree.MetricQuery;
import io.dromedary.metricql.tree.Rollup;
import io.dromedary.query.RollupPolicy;
import io.dromedary.query.Window;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Adds the rollups that a query's text leaves open. Confined to the call that is planned.
 *
 * <p>The width of the points travels as the call's interval, and Datadog's own method for everything is avg (docs,
 * rollup): so with {@link RollupPolicy#AUTO} there is something to add only where another method is right, for counts
 * that are summed up ({@code sum:}) without {@code as_count} or {@code as_rate}; and a width where only a method is
 * written. Asking for a metric's type costs a call, so only those queries ask.
 */
final class RollupChoice {

    private final Map<String, MetricType> types;
    private final Window window;
    private final Set<MetricQuery> summed = new HashSet<>();

    /** @param types of the metrics for which {@link #needsType} holds, as far as they are known */
    RollupChoice(Map<String, MetricType> types, Window window) {
        this.types = types;
        this.window = window;
    }

    /** Returns whether the metric's type decides how a query is rolled up. */
    static boolean needsType(MetricQuery query) {
        var aggregator = query.aggregator();
        return aggregator != null
                && aggregator.name().equals("sum")
                && List.of(Rollup.NAME, "as_count", "as_rate").stream()
                        .allMatch(name -> query.modifier(name).isEmpty());
    }

    Expression apply(Expression expression, RollupPolicy policy) {
        return switch (policy.kind()) {
            case NONE -> expression;
            case FIXED -> Leaves.mapQueries(expression, query -> fixed(query, policy));
            case AUTO -> Leaves.mapQueries(expression, this::auto);
        };
    }

    /** Returns what a viewer should know of the methods chosen for an expression. */
    List<Notice> notices(List<Expression> expressions) {
        var metrics = new TreeSet<String>();
        expressions.stream()
                .flatMap(expression -> Leaves.queries(expression).stream())
                .filter(summed::contains)
                .forEach(query -> metrics.add(query.metric()));
        return metrics.isEmpty()
                ? List.of()
                : List.of(Notice.info("Each point is the sum of " + GridNotices.text(window.interval()) + ": "
                        + String.join(", ", metrics)
                        + (metrics.size() == 1 ? " is a count" : " are counts")
                        + ". Write a .rollup() to choose another way"));
    }

    private MetricQuery auto(MetricQuery query) {
        var seconds = window.interval().toSeconds();
        if (needsType(query)) {
            if (types.getOrDefault(query.metric(), MetricType.UNKNOWN) != MetricType.COUNT) {
                return query;
            }
            var rolled = (MetricQuery) Rollups.auto(query, name -> MetricType.COUNT, seconds);
            summed.add(rolled);
            return rolled;
        }
        return query.modifier(Rollup.NAME).isEmpty() ? query : (MetricQuery) Rollups.fixed(query, "avg", seconds);
    }

    /** Distributions are aggregated in time as they are in space, so their rollup has no method. */
    private static MetricQuery fixed(MetricQuery query, RollupPolicy policy) {
        var aggregator = query.aggregator();
        boolean distribution = aggregator != null && aggregator.needsDistribution();
        return (MetricQuery)
                (distribution
                        ? Rollups.auto(query, name -> MetricType.DISTRIBUTION, policy.seconds())
                        : Rollups.fixed(query, policy.method(), policy.seconds()));
    }
}
