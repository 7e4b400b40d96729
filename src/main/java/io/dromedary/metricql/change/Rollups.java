// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.change;

import io.dromedary.metricql.tree.Argument;
import io.dromedary.metricql.tree.Expression;
import io.dromedary.metricql.tree.Leaves;
import io.dromedary.metricql.tree.MetricQuery;
import io.dromedary.metricql.tree.Modifier;
import io.dromedary.metricql.tree.NumberValue;
import io.dromedary.metricql.tree.Rollup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Adds a rollup to each metric query that has none, and a width to each that has only a method. */
public final class Rollups {

    private static final Set<String> AFTER_ROLLUP = Set.of("fill", "weighted");

    private Rollups() {}

    /**
     * Chooses the method by the metric: sum for counts and for what is asked {@code as_count} or {@code as_rate}, none
     * for percentiles and distributions (Datadog aggregates those in time and space at once), avg for all else.
     *
     * @param types the type of a metric by its name
     * @param seconds width of a bucket, at least 1
     */
    public static Expression auto(Expression expression, Function<String, MetricType> types, long seconds) {
        return Leaves.mapQueries(expression, query -> add(query, method(query, types.apply(query.metric())), seconds));
    }

    /**
     * Takes one method for all.
     *
     * @param method avg, sum, min, max or count
     * @param seconds width of a bucket, at least 1
     */
    public static Expression fixed(Expression expression, String method, long seconds) {
        return Leaves.mapQueries(expression, query -> add(query, method, seconds));
    }

    private static @Nullable String method(MetricQuery query, MetricType type) {
        if (query.modifier("as_count").isPresent() || query.modifier("as_rate").isPresent()) {
            return "sum";
        }
        var aggregator = query.aggregator();
        if (aggregator != null && aggregator.needsDistribution()) {
            return null;
        }
        return switch (type) {
            case COUNT -> "sum";
            case DISTRIBUTION -> null;
            case GAUGE, RATE, UNKNOWN -> "avg";
        };
    }

    private static MetricQuery add(MetricQuery query, @Nullable String chosen, long seconds) {
        var modifiers = new ArrayList<>(query.modifiers());
        for (int i = 0; i < modifiers.size(); i++) {
            var written = Rollup.from(modifiers.get(i));
            if (written.isPresent()) {
                var method = written.get().method();
                if (method != null && isMethodAlone(modifiers.get(i))) {
                    modifiers.set(i, rollup(method, seconds));
                }
                return query.withModifiers(modifiers);
            }
        }
        int place = 0;
        while (place < modifiers.size()
                && !AFTER_ROLLUP.contains(modifiers.get(place).name())) {
            place++;
        }
        modifiers.add(place, rollup(chosen, seconds));
        return query.withModifiers(modifiers);
    }

    private static boolean isMethodAlone(Modifier rollup) {
        return rollup.arguments().size() == 1 && !(rollup.arguments().get(0) instanceof Expression);
    }

    private static Modifier rollup(@Nullable String method, long seconds) {
        var width = new NumberValue(seconds);
        return new Modifier(Rollup.NAME, method == null ? List.of(width) : List.of(new Argument.Word(method), width));
    }
}
