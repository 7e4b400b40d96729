// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.frame.Notice;
import io.dromedary.metricql.syntax.Printer;
import io.dromedary.metricql.tree.Expression;
import io.dromedary.metricql.tree.Foreign;
import io.dromedary.metricql.tree.Leaves;
import io.dromedary.metricql.tree.Regroup;
import io.dromedary.query.Query;
import io.dromedary.query.QuerySource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A query that can be sent.
 *
 * @param expressions what it asks, at least one, without variables and references
 * @param names how each expression is written, with references
 * @param notices what a viewer should know of how it was understood
 * @param doubts what is unknown here and left to Datadog to judge
 * @param sources what the {@link Foreign} queries in the expressions ask, by name
 */
record ReadyQuery(
        Query.Numeric query,
        List<Expression> expressions,
        List<String> names,
        List<Notice> notices,
        List<String> doubts,
        Map<String, QuerySource> sources) {

    ReadyQuery {
        expressions = List.copyOf(expressions);
        names = List.copyOf(names);
        notices = List.copyOf(notices);
        doubts = List.copyOf(doubts);
        sources = Map.copyOf(sources);
    }

    /** Returns what is sent for it, written as one text; other data sources than metrics stand below it. */
    String executed() {
        var text = new StringBuilder(Printer.print(expressions));
        foreign()
                .forEach(one -> text.append('\n')
                        .append(Printer.print(one))
                        .append(" = ")
                        .append(described(one)));
        return text.toString();
    }

    private String described(Foreign one) {
        var source = source(one);
        return source.dataSource() + " " + source.members();
    }

    /** Returns the queries of other data sources in the expressions, each once. */
    Set<Foreign> foreign() {
        var all = new LinkedHashSet<Foreign>();
        expressions.forEach(expression -> all.addAll(Leaves.of(expression, Foreign.class)));
        return all;
    }

    QuerySource source(Foreign one) {
        return Objects.requireNonNull(sources.get(one.name()), one.name());
    }

    /** Returns what all series of an expression are labelled with beside their tags. */
    Map<String, String> labels(Expression expression) {
        return expression instanceof Foreign foreign ? source(foreign).labels() : Map.of();
    }

    /** Returns the keys by which its numbers may be grouped, in the order of the query. */
    Set<String> groupKeys() {
        var keys = new LinkedHashSet<String>();
        for (var expression : expressions) {
            Leaves.queries(expression).forEach(one -> keys.addAll(one.by()));
            Leaves.of(expression, Regroup.class).forEach(one -> keys.addAll(one.by()));
        }
        foreign().forEach(one -> keys.addAll(source(one).groupBy()));
        return keys;
    }
}
