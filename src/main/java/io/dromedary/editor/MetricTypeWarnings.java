// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

import io.dromedary.metadata.MetadataCache;
import io.dromedary.metadata.Percentiles;
import io.dromedary.metricql.Problem;
import io.dromedary.metricql.tree.Aggregator;
import io.dromedary.metricql.tree.MetricQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Warns of aggregators and modifiers that the type of the metric makes useless. Confined to one validation. */
final class MetricTypeWarnings {

    private static final String GAUGE = "gauge";
    private static final Set<String> PER_TIME = Set.of("as_count", "as_rate");

    /** Of so many metrics the type is asked for. */
    private static final int MAX_METRICS = 5;

    private final Validation validation;
    private final MetadataCache metadata;
    private final List<Problem> problems = new ArrayList<>();

    MetricTypeWarnings(Validation validation, MetadataCache metadata) {
        this.validation = validation;
        this.metadata = metadata;
    }

    /** Returns the metrics whose type decides something. */
    static List<String> concerned(List<MetricQuery> queries) {
        return queries.stream()
                .filter(query -> needsDistribution(query)
                        || query.modifiers().stream().anyMatch(one -> PER_TIME.contains(one.name())))
                .map(MetricQuery::metric)
                .filter(metric -> !metric.isEmpty() && metric.indexOf('$') < 0 && metric.indexOf('[') < 0)
                .distinct()
                .limit(MAX_METRICS)
                .toList();
    }

    /** Returns the distributions of which it is not known yet whether they have the percentiles that are asked for. */
    static List<String> undecided(Validation validation, MetadataCache metadata) {
        return validation.queries().stream()
                .filter(MetricTypeWarnings::needsPercentiles)
                .map(MetricQuery::metric)
                .distinct()
                .filter(metric -> {
                    var known = metadata.find(validation.instance(), metric);
                    return known != null && known.lacksPercentiles();
                })
                .limit(MAX_METRICS)
                .toList();
    }

    List<Problem> all() {
        validation.queries().forEach(this::query);
        return problems;
    }

    private void query(MetricQuery query) {
        var known = metadata.find(validation.instance(), query.metric());
        if (known == null || known.type().isEmpty()) {
            return;
        }
        var aggregator = query.aggregator();
        if (aggregator != null && aggregator.needsDistribution() && !known.isDistribution()) {
            var need = aggregator.isHistogram() ? "a distribution" : "a distribution with percentiles enabled";
            problems.add(Problem.warning(
                    validation.parsed().spans().name(aggregator),
                    shown(aggregator) + " needs " + need + ": " + query.metric() + " is of type " + known.type()));
        }
        if (aggregator != null && needsPercentiles(query) && known.percentiles() == Percentiles.DISABLED) {
            problems.add(Problem.warning(
                    validation.parsed().spans().name(aggregator),
                    shown(aggregator) + " needs percentiles, which are not enabled for " + query.metric()
                            + ": enable them in Datadog's metrics summary"));
        }
        if (known.type().equals(GAUGE)) {
            query.modifiers().stream()
                    .filter(one -> PER_TIME.contains(one.name()))
                    .forEach(one -> problems.add(Problem.warning(
                            validation.parsed().spans().name(one),
                            one.name() + " changes nothing: " + query.metric() + " is a gauge")));
        }
    }

    private static String shown(Aggregator aggregator) {
        return aggregator.threshold() == null ? aggregator.name() : "counting by value";
    }

    private static boolean needsPercentiles(MetricQuery query) {
        var aggregator = query.aggregator();
        return aggregator != null && aggregator.needsDistribution() && !aggregator.isHistogram();
    }

    private static boolean needsDistribution(MetricQuery query) {
        var aggregator = query.aggregator();
        return aggregator != null && aggregator.needsDistribution();
    }
}
