// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.metricql.split.Split;
import io.dromedary.metricql.tree.Expression;
import io.dromedary.metricql.tree.Foreign;
import io.dromedary.query.Reduction;
import io.dromedary.query.Window;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes one call of several queries. Equal metric queries are asked once, and so are equal expressions; for scalars
 * only where they are made one number the same way. Confined to the call that is planned.
 */
final class CallAssembly {

    private final Window window;
    private final List<ReadyQuery> queries;
    private final List<MetricsCall.NamedQuery> named = new ArrayList<>();
    private final List<MetricsCall.Formula> formulas = new ArrayList<>();

    /** What is asked by one formula. */
    private record Asked(Expression expression, @Nullable Reduction reduction) {

        private static Asked of(Expression expression, @Nullable Reduction reduction) {
            boolean ordered = reduction != null && reduction.limit() > 0;
            return new Asked(
                    expression,
                    reduction == null || ordered ? reduction : new Reduction(reduction.aggregator(), 0, false));
        }

        private String aggregator() {
            return reduction == null ? "" : reduction.aggregator();
        }

        private MetricsCall.Formula formula(String text) {
            return reduction == null
                    ? new MetricsCall.Formula(text, 0, false)
                    : new MetricsCall.Formula(text, reduction.limit(), reduction.ascending());
        }
    }

    CallAssembly(Window window, List<ReadyQuery> queries) {
        this.window = window;
        this.queries = queries;
    }

    MetricsBatch batch() {
        var seen = new HashSet<Asked>();
        var byAggregator = new LinkedHashMap<String, List<Asked>>();
        for (var query : queries) {
            for (var expression : query.expressions()) {
                var asked = Asked.of(expression, query.query().reduction());
                var list = byAggregator.computeIfAbsent(asked.aggregator(), unknown -> new ArrayList<>());
                if (seen.add(asked)) {
                    list.add(asked);
                }
            }
        }
        var places = new LinkedHashMap<Asked, Integer>();
        byAggregator.forEach((aggregator, list) -> add(aggregator, list, places));
        boolean scalar = queries.get(0).query().reduction() != null;
        var call = new MetricsCall(new MetricsCall.Question(scalar, named, formulas), window);
        return new MetricsBatch(
                queries,
                call,
                queries.stream().map(query -> places(query, places)).toList());
    }

    private void add(String aggregator, List<Asked> list, Map<Asked, Integer> places) {
        var prefix = aggregator.isEmpty() ? "query" : aggregator + "_query";
        var split = Split.of(list.stream().map(Asked::expression).toList(), prefix);
        split.queries().forEach(query -> named.add(named(query, aggregator)));
        for (var i = 0; i < list.size(); i++) {
            places.put(list.get(i), formulas.size());
            formulas.add(list.get(i).formula(split.formulas().get(i)));
        }
    }

    private MetricsCall.NamedQuery named(Split.NamedQuery query, String aggregator) {
        if (!(query.query() instanceof Foreign foreign)) {
            return MetricsCall.NamedQuery.ofMetric(query.name(), query.text(), aggregator);
        }
        var source = queries.stream()
                .filter(ready -> ready.sources().containsKey(foreign.name()))
                .findFirst()
                .orElseThrow()
                .source(foreign);
        return new MetricsCall.NamedQuery(query.name(), "", source, aggregator);
    }

    private static List<Integer> places(ReadyQuery query, Map<Asked, Integer> places) {
        return query.expressions().stream()
                .map(expression ->
                        places.getOrDefault(Asked.of(expression, query.query().reduction()), -1))
                .toList();
    }
}
