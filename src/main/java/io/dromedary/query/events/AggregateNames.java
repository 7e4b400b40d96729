// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import io.dromedary.frame.FieldConfig;
import io.dromedary.query.EventTask;
import io.dromedary.query.EventTask.Compute;
import io.dromedary.query.LegendTemplate;
import io.dromedary.query.Query;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How numbers and series are called, and in which unit they are. In the legend's template, <code>{{service}}</code> is
 * the group's value of that facet (with or without its {@code @}), <code>{{aggr}}</code>, <code>{{metric}}</code> and
 * <code>{{expression}}</code> are parts of the query. Without a template a grouped series is called by its values, a
 * single one by what it computes.
 */
final class AggregateNames {

    /** What these make has the unit of what they are made of. */
    private static final Set<String> UNITLESS = Set.of("count", "cardinality");

    private final Query.Events query;
    private final EventTask.Aggregate aggregate;

    AggregateNames(Query.Events query, EventTask.Aggregate aggregate) {
        this.query = query;
        this.aggregate = aggregate;
    }

    /** Returns {@code count} or {@code pc95(@duration)}. */
    String measure(int place) {
        var compute = aggregate.computes().get(place);
        return compute.metric().isEmpty()
                ? compute.aggregation()
                : compute.aggregation() + "(" + compute.metric() + ")";
    }

    /** @param by the group's values by facet */
    String series(int place, Map<String, String> by) {
        var name = LegendTemplate.fill(
                query.legend(), key -> value(key, aggregate.computes().get(place), place, by));
        return name.isEmpty() ? defaultName(place, by) : name;
    }

    private String defaultName(int place, Map<String, String> by) {
        var parts = new ArrayList<String>();
        if (by.isEmpty() || aggregate.computes().size() > 1) {
            parts.add(measure(place));
        }
        parts.addAll(by.values());
        return String.join(", ", parts);
    }

    private @Nullable String value(String key, Compute compute, int place, Map<String, String> by) {
        var value = by.get(key);
        if (value == null) {
            value = by.get("@" + key);
        }
        return value != null
                ? value
                : switch (key) {
                    case "aggr", "aggregation" -> compute.aggregation();
                    case "metric" -> compute.metric();
                    case "expression" -> measure(place);
                    case "query" -> query.search().text();
                    default -> null;
                };
    }

    /** @param intervalMillis distance of the points, 0 for a number */
    FieldConfig config(int place, @Nullable String name, long intervalMillis) {
        var compute = aggregate.computes().get(place);
        boolean isNanos = !UNITLESS.contains(compute.aggregation())
                && query.search().product().isNanos(compute.metric());
        return FieldConfig.series(name, isNanos ? "ns" : null, intervalMillis);
    }

    int measures() {
        return aggregate.computes().size();
    }
}
