// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.metricql.syntax.Printer;
import io.dromedary.metricql.syntax.QueryPrinter;
import io.dromedary.metricql.tree.Expression;
import io.dromedary.metricql.tree.Leaves;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * Puts queries into as few calls as can be. Time series and scalars are asked at different addresses; and scalars share
 * one table, so only those with the same group keys go together. Confined to the call that is planned.
 */
final class BatchPacker {

    private final CallLimits limits;
    private final List<List<ReadyQuery>> packed = new ArrayList<>();

    private List<ReadyQuery> open = new ArrayList<>();
    private final Set<MetricsCall.NamedQuery> asked = new HashSet<>();
    private long length;

    private BatchPacker(CallLimits limits) {
        this.limits = limits;
    }

    static List<List<ReadyQuery>> pack(List<ReadyQuery> queries, CallLimits limits) {
        var companions = new LinkedHashMap<List<String>, List<ReadyQuery>>();
        queries.forEach(query -> companions
                .computeIfAbsent(place(query), unknown -> new ArrayList<>())
                .add(query));
        var packer = new BatchPacker(limits);
        for (var together : companions.values()) {
            together.forEach(packer::add);
            packer.close();
        }
        return packer.packed;
    }

    /** Returns what must be equal for two queries to share a call. */
    private static List<String> place(ReadyQuery query) {
        if (query.query().reduction() == null) {
            return List.of("timeseries");
        }
        var place = new ArrayList<String>();
        place.add("scalar");
        query.groupKeys().stream().sorted().forEach(place::add);
        return place;
    }

    private void add(ReadyQuery query) {
        var more = new HashSet<MetricsCall.NamedQuery>();
        query.expressions()
                .forEach(expression -> Leaves.queries(expression)
                        .forEach(one -> more.add(MetricsCall.NamedQuery.ofMetric("", QueryPrinter.print(one), ""))));
        query.foreign().forEach(one -> more.add(new MetricsCall.NamedQuery("", "", query.source(one), "")));
        more.removeAll(asked);
        var longer = length(query.expressions(), more);
        boolean tooMuch = asked.size() + more.size() > limits.maxQueries() || length + longer > limits.maxTextLength();
        if (tooMuch && !open.isEmpty()) {
            close();
            add(query);
            return;
        }
        open.add(query);
        asked.addAll(more);
        length += longer;
    }

    private void close() {
        if (!open.isEmpty()) {
            packed.add(open);
            open = new ArrayList<>();
        }
        asked.clear();
        length = 0;
    }

    private static long length(List<Expression> formulas, Set<MetricsCall.NamedQuery> queries) {
        return formulas.stream()
                        .mapToLong(formula -> Printer.print(formula).length())
                        .sum()
                + queries.stream().mapToLong(MetricsCall.NamedQuery::length).sum();
    }
}
