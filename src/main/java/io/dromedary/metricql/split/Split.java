// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.split;

import io.dromedary.metricql.syntax.Printer;
import io.dromedary.metricql.tree.Expression;
import io.dromedary.metricql.tree.Foreign;
import io.dromedary.metricql.tree.Leaves;
import io.dromedary.metricql.tree.MetricQuery;
import io.dromedary.metricql.tree.Modified;
import io.dromedary.metricql.tree.Modifier;
import io.dromedary.metricql.tree.Reference;
import io.dromedary.metricql.tree.Rollup;
import io.dromedary.metricql.tree.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Expressions as Datadog's v2 API wants them: queries of one metric each, and a formula over their names for each
 * expression. Equal queries are there once, however many expressions use them.
 *
 * <p>In a query stay the aggregator, metric, scope, group keys and the modifiers up to a second rollup. All else
 * (arithmetic, functions, further layers of aggregation) goes into the formula: {@code abs(avg:a{*}) / sum:b{*}} gives
 * {@code avg:a{*}}, {@code sum:b{*}} and {@code abs(query1) / query2}.
 *
 * @param queries each name once, in the order of first use
 * @param formulas as many as there were expressions, in their order
 */
public record Split(List<NamedQuery> queries, List<String> formulas) {

    private static final String PREFIX = "query";

    /**
     * A query with the name by which formulas know it.
     *
     * @param name a word and a number from 1 on: lower case, as Datadog asks
     * @param query a {@link MetricQuery} or a {@link Foreign}
     */
    public record NamedQuery(String name, Expression query) {

        /** Returns what to send for a metric query. */
        public String text() {
            return Printer.print(query);
        }
    }

    public Split {
        queries = List.copyOf(queries);
        formulas = List.copyOf(formulas);
    }

    /**
     * Returns the queries and formulas of some expressions.
     *
     * @param expressions without references to other queries: {@link Panel} has put those in their places
     * @throws IllegalArgumentException if a reference is left
     */
    public static Split of(List<? extends Expression> expressions) {
        return of(expressions, PREFIX);
    }

    /**
     * Returns the queries and formulas of some expressions, as {@link #of(List)} does, for a request that holds several
     * splits.
     *
     * @param prefix what the names begin with, a word in lower case
     */
    public static Split of(List<? extends Expression> expressions, String prefix) {
        var names = new LinkedHashMap<Expression, String>();
        var formulas = new ArrayList<String>();
        for (var expression : expressions) {
            if (!Leaves.of(expression, Reference.class).isEmpty()) {
                throw new IllegalArgumentException("a reference is left: " + Printer.print(expression));
            }
            formulas.add(Printer.print(named(expression, names, prefix)));
        }
        var queries = names.entrySet().stream()
                .map(entry -> new NamedQuery(entry.getValue(), entry.getKey()))
                .toList();
        return new Split(queries, formulas);
    }

    /** Takes one expression apart, with the usual names of its queries. */
    public static Split of(Expression expression) {
        return of(List.of(expression));
    }

    private static Expression named(Expression expression, Map<Expression, String> names, String prefix) {
        return Leaves.map(expression, leaf -> {
            if (leaf instanceof Foreign) {
                return new Variable(name(leaf, names, prefix));
            }
            if (!(leaf instanceof MetricQuery query)) {
                return leaf;
            }
            int layers = secondRollup(query.modifiers());
            var inner = query.withModifiers(query.modifiers().subList(0, layers));
            return Modified.of(
                    new Variable(name(inner, names, prefix)),
                    query.modifiers().subList(layers, query.modifiers().size()));
        });
    }

    private static String name(Expression query, Map<Expression, String> names, String prefix) {
        return names.computeIfAbsent(query, unknown -> prefix + (names.size() + 1));
    }

    private static int secondRollup(List<Modifier> modifiers) {
        boolean seen = false;
        for (int i = 0; i < modifiers.size(); i++) {
            boolean rollup = modifiers.get(i).name().equals(Rollup.NAME);
            if (rollup && seen) {
                return i;
            }
            seen |= rollup;
        }
        return modifiers.size();
    }
}
