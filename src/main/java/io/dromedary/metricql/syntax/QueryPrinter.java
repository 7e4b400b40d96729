// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.syntax;

import io.dromedary.metricql.tree.Condition;
import io.dromedary.metricql.tree.MetricQuery;
import io.dromedary.metricql.tree.Scope;
import java.util.List;

/** Writes one metric query: {@code avg:m{env:prod} by {host}.rollup(avg, 60)}. */
public final class QueryPrinter {

    private QueryPrinter() {}

    /** Returns the query as Datadog takes it. */
    public static String print(MetricQuery query) {
        var aggregator = query.aggregator();
        return (aggregator == null ? "" : Printer.aggregator(aggregator)) + query.metric() + "{" + scope(query.scope())
                + "}" + by(query.by()) + Printer.modifiers(query.modifiers());
    }

    /** Returns what stands between the braces. */
    public static String scope(Scope scope) {
        return scope.condition().accept(new ScopePrinter(scope.style()));
    }

    /** Returns one condition in a style, without braces. */
    public static String condition(Condition condition, Scope.Style style) {
        return condition.accept(new ScopePrinter(style));
    }

    static String by(List<String> keys) {
        return keys.isEmpty()
                ? ""
                : " by {" + String.join(",", keys.stream().map(Quotes::value).toList()) + "}";
    }
}
