// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.metricql.Problem;
import io.dromedary.metricql.Span;
import io.dromedary.metricql.check.Checker;
import io.dromedary.metricql.language.Aggregators;
import io.dromedary.metricql.language.Functions;
import io.dromedary.metricql.language.Modifiers;
import io.dromedary.metricql.syntax.Parsed;
import io.dromedary.metricql.tree.Expression;
import io.dromedary.metricql.tree.FunctionCall;
import io.dromedary.metricql.tree.MetricQuery;
import io.dromedary.metricql.tree.Modified;
import io.dromedary.metricql.tree.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides what is reason enough not to ask Datadog: each problem of form, and each word that looks like a known one
 * misspelt. A function, modifier or aggregator that looks like none is left to Datadog, which may have learnt it since
 * this was written; so is a new member of a known family, such as {@code median_11}.
 */
final class QueryCheck {

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final Parsed parsed;
    private final Set<Span> unknown = new HashSet<>();

    private QueryCheck(Parsed parsed) {
        this.parsed = parsed;
    }

    /** Returns all problems of a text; those that only Datadog can judge are warnings. */
    static List<Problem> check(Parsed parsed) {
        var check = new QueryCheck(parsed);
        parsed.expressions().forEach(check::visit);
        return Checker.check(parsed).stream().map(check::judged).toList();
    }

    private Problem judged(Problem problem) {
        var place = new Span(problem.from(), problem.to());
        return problem.isError()
                        && unknown.contains(place)
                        && !parsed.problems().contains(problem)
                ? Problem.warning(place, problem.message())
                : problem;
    }

    private void visit(Expression expression) {
        if (expression instanceof FunctionCall call
                && Functions.named(call.name()).isEmpty()
                && Modifiers.named(call.name()).isEmpty()) {
            note(call, call.name(), Functions.nearest(call.name()));
        } else if (expression instanceof MetricQuery query) {
            query.modifiers().forEach(this::visit);
            var aggregator = query.aggregator();
            if (aggregator != null && !Aggregators.isKnown(aggregator.name())) {
                note(aggregator, aggregator.name(), Aggregators.nearest(aggregator.name()));
            }
        } else if (expression instanceof Modified modified) {
            modified.modifiers().forEach(this::visit);
        }
        expression.children().forEach(this::visit);
    }

    private void visit(Modifier modifier) {
        if (!modifier.name().isEmpty() && Modifiers.named(modifier.name()).isEmpty()) {
            note(modifier, modifier.name(), Modifiers.nearest(modifier.name()));
        }
    }

    private void note(Object node, String name, Optional<String> nearest) {
        if (nearest.isEmpty() || isOfOneFamily(name, nearest.get())) {
            unknown.add(parsed.spans().name(node));
        }
    }

    private static boolean isOfOneFamily(String name, String known) {
        return DIGITS.matcher(name).find()
                && DIGITS.matcher(name)
                        .replaceAll("0")
                        .equals(DIGITS.matcher(known).replaceAll("0"));
    }
}
