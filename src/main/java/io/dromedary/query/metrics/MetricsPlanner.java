// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.call.Failure;
import io.dromedary.metadata.MetricMetadata;
import io.dromedary.metricql.change.MetricType;
import io.dromedary.query.Answer;
import io.dromedary.query.Query;
import io.dromedary.query.QueryGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides what to ask Datadog for a group of metric queries. Stateless. */
public final class MetricsPlanner {

    private final CallLimits limits;

    public MetricsPlanner(CallLimits limits) {
        this.limits = limits;
    }

    /** Returns whether a query is about several SLOs: their names are needed. */
    public boolean needsSlos(QueryGroup group) {
        return Stream.concat(group.queries().stream(), group.panel().stream()).anyMatch(Query.Slos.class::isInstance);
    }

    /**
     * Returns how SLOs are called in legends.
     *
     * @param byId what the SLOs are called; null where nobody needs to know
     */
    public SloNames slos(@Nullable Map<String, String> byId) {
        return byId == null ? SloNames.NONE : new SloNames(byId, null);
    }

    /** Returns what is known when the SLOs cannot be listed: those that are named can be asked about nevertheless. */
    public SloNames slosUnlisted(Throwable thrown) {
        return new SloNames(Map.of(), Failure.of(thrown));
    }

    /** Returns the group's queries, understood: what is wrong with one is told by the plan. */
    public MetricsPanel read(QueryGroup group, SloNames slos) {
        return new MetricsPanel(group, slos);
    }

    /** Returns the metrics whose type decides what to ask; none for most panels. */
    public List<String> untypedMetrics(MetricsPanel panel) {
        return List.copyOf(panel.untypedMetrics());
    }

    /** Returns the type that Datadog's metadata tells. */
    public Map<String, MetricType> type(String metric, MetricMetadata metadata) {
        return Map.of(metric, MetricType.of(metadata.type()));
    }

    /** Returns the types of both, either of which may be null: a Camel aggregation begins with nothing. */
    public Map<String, MetricType> joinTypes(
            @Nullable Map<String, MetricType> before, @Nullable Map<String, MetricType> next) {
        var joined = new HashMap<String, MetricType>(before == null ? Map.of() : before);
        joined.putAll(next == null ? Map.of() : next);
        return joined;
    }

    /** Returns what to ask, with the types of {@link #untypedMetrics} as far as they are known. */
    public MetricsPlan plan(MetricsPanel panel, Map<String, MetricType> types) {
        return panel.plan(types, limits);
    }

    /** Returns one answer for each query of the group, in its order. */
    public List<Answer> complete(MetricsPlan plan, @Nullable Collection<Answer> answers) {
        return plan.complete(answers == null ? new ArrayList<>() : answers);
    }
}
