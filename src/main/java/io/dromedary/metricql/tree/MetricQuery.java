// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.tree;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One metric, filtered, aggregated and grouped: {@code avg:system.cpu.user{env:prod} by {host}.rollup(avg, 60)}.
 *
 * @param aggregator null when not written: Datadog then takes its default
 * @param metric name of the metric, perhaps with variables in it; empty while it is not written yet
 * @param by tag keys, empty for one series
 */
public record MetricQuery(
        @Nullable Aggregator aggregator, String metric, Scope scope, List<String> by, List<Modifier> modifiers)
        implements Expression {

    public MetricQuery {
        by = List.copyOf(by);
        modifiers = List.copyOf(modifiers);
    }

    /** Returns the query over another scope. */
    public MetricQuery withScope(Scope changed) {
        return new MetricQuery(aggregator, metric, changed, by, modifiers);
    }

    /** Returns the query with other modifiers in place of its own. */
    public MetricQuery withModifiers(List<Modifier> changed) {
        return new MetricQuery(aggregator, metric, scope, by, changed);
    }

    /** Returns the first modifier of that name. */
    public Optional<Modifier> modifier(String name) {
        return modifiers.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.query(this);
    }
}
