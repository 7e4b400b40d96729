// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.check;

import io.dromedary.metricql.Problem;
import io.dromedary.metricql.Span;
import io.dromedary.metricql.language.Aggregators;
import io.dromedary.metricql.syntax.Parsed;
import io.dromedary.metricql.syntax.Spans;
import io.dromedary.metricql.tree.Aggregator;
import io.dromedary.metricql.tree.Condition;
import io.dromedary.metricql.tree.MetricQuery;
import io.dromedary.metricql.tree.Modifier;
import io.dromedary.metricql.tree.Rollup;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** Checks metric queries: the aggregator, the metric's name, the group keys, the modifiers. */
final class QueryChecker {

    /** Longest name of a metric that Datadog takes. */
    private static final int LONGEST_METRIC = 200;

    private static final Pattern METRIC = Pattern.compile("[A-Za-z][A-Za-z0-9_.]*");

    private final Spans spans;
    private final List<Problem> problems;
    private final ModifierChecker modifiers;

    QueryChecker(Parsed parsed, List<Problem> problems) {
        this.problems = problems;
        spans = parsed.spans();
        modifiers = new ModifierChecker(parsed, problems);
    }

    void check(MetricQuery query) {
        var aggregator = query.aggregator();
        if (aggregator != null) {
            aggregator(aggregator);
        }
        metric(query);
        checkKeys(query, query.by());
        checkModifiers(query.modifiers(), false);
    }

    private void aggregator(Aggregator aggregator) {
        var name = aggregator.name();
        if (aggregator.threshold() != null && !name.equals("count")) {
            error(spans.name(aggregator), "only count takes a condition on values, not " + name);
        } else if (!Aggregators.isKnown(name) && name.indexOf('$') < 0) {
            error(spans.name(aggregator), "unknown aggregator " + name + Suggestion.of(Aggregators.nearest(name)));
        }
    }

    private void metric(MetricQuery query) {
        var metric = query.metric();
        if (metric.isEmpty() || metric.indexOf('$') >= 0 || metric.contains("[[")) {
            return;
        }
        if (!METRIC.matcher(metric).matches() || metric.endsWith(".")) {
            error(spans.name(query), "a metric's name begins with a letter and does not end with a dot: " + metric);
        } else if (query.aggregator() == null && metric.equalsIgnoreCase("by")) {
            error(spans.name(query), "expected a query before by");
        } else if (isAggregatorAlone(query)) {
            int end = spans.name(query).to();
            error(new Span(end, end + 1), "expected : and a metric after " + metric);
        } else if (metric.length() > LONGEST_METRIC) {
            error(spans.name(query), "a metric's name has at most " + LONGEST_METRIC + " characters");
        }
    }

    /** Returns whether a query is like {@code avg{*}}. */
    private static boolean isAggregatorAlone(MetricQuery query) {
        return query.aggregator() == null
                && Aggregators.isKnown(query.metric())
                && !(query.scope().condition() instanceof Condition.Absent);
    }

    void checkKeys(Object owner, List<String> keys) {
        var places = spans.items(owner);
        var seen = new HashSet<String>();
        for (int i = 0; i < keys.size(); i++) {
            if (!seen.add(keys.get(i)) && i < places.size()) {
                problems.add(Problem.warning(places.get(i), "already grouped by " + keys.get(i)));
            }
        }
    }

    /** @param layered whether they follow something that is aggregated already, where more methods are known */
    void checkModifiers(List<Modifier> list, boolean layered) {
        boolean further = layered;
        for (var modifier : list) {
            modifiers.check(modifier, further);
            further |= modifier.name().equals(Rollup.NAME);
        }
    }

    private void error(Span at, String message) {
        problems.add(Problem.error(at, message));
    }
}
