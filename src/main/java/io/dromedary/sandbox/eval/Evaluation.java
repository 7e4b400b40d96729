// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import io.dromedary.sandbox.catalog.Catalog;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/** The queries of one request over one window, and formulas over them. Confined to one call. */
public final class Evaluation {

    private final MetricReader reader;
    private final Window window;
    private final boolean scalar;
    private final Map<String, Query> queries = new LinkedHashMap<>();
    private final Map<String, Table> known = new HashMap<>();

    /** @param scalar whether each query is made one number a line before formulas see it */
    public Evaluation(Catalog catalog, Window window, List<Query> queries, boolean scalar) {
        this.reader = new MetricReader(catalog, window);
        this.window = window;
        this.scalar = scalar;
        queries.forEach(query -> this.queries.put(query.name(), query));
    }

    /** The lines of a query of the request. */
    public Table query(String name) {
        return named(name, Evaluator.UNSHIFTED).orElseThrow();
    }

    /** The lines of a formula over the names of the queries. */
    public Table formula(String text) {
        var table = Syntax.formula(text, queries.keySet()).accept(evaluator(this::named, Evaluator.UNSHIFTED));
        return table.constant() ? table.on(scalar ? whole() : reader.grid(Optional.empty())) : table;
    }

    private Optional<Table> named(String name, LongUnaryOperator shift) {
        var query = queries.get(name);
        if (query == null) {
            return Optional.empty();
        }
        return Optional.of(
                shift == Evaluator.UNSHIFTED
                        ? known.computeIfAbsent(name, unshifted -> evaluate(query, shift))
                        : evaluate(query, shift));
    }

    private Table evaluate(Query query, LongUnaryOperator shift) {
        return query instanceof Query.OfMetrics metrics ? metrics(metrics, shift) : other((Query.OfOther) query, shift);
    }

    private Table metrics(Query.OfMetrics query, LongUnaryOperator shift) {
        var table = query.expression().accept(evaluator((name, at) -> Optional.empty(), shift));
        return scalar ? reduced(table, query.aggregator()) : table;
    }

    private Table other(Query.OfOther query, LongUnaryOperator shift) {
        var grid = scalar ? whole() : Buckets.of(window.every(query.intervalMs()), Optional.empty());
        if (shift == Evaluator.UNSHIFTED || grid.size() == 0) {
            return query.source().lines(grid);
        }
        return Table.joined(
                grid,
                grid.shifted(shift).runs().stream().map(query.source()::lines).toList());
    }

    private Evaluator evaluator(Evaluator.Names names, LongUnaryOperator shift) {
        return new Evaluator(reader, names, shift);
    }

    private Table reduced(Table table, String aggregator) {
        var lines = table.lines().stream()
                .map(line -> line.with(new double[] {Ranking.amount(line.values(), table.grid(), aggregator)}))
                .toList();
        return Table.of(whole(), lines, table.measure());
    }

    private Grid whole() {
        return Grid.between(window.fromMs(), window.toMs());
    }
}
