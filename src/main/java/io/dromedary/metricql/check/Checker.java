// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.check;

import io.dromedary.metricql.Problem;
import io.dromedary.metricql.syntax.Parsed;
import io.dromedary.metricql.syntax.Parser;
import io.dromedary.metricql.tree.Expression;
import io.dromedary.metricql.tree.FunctionCall;
import io.dromedary.metricql.tree.MetricQuery;
import io.dromedary.metricql.tree.Modified;
import io.dromedary.metricql.tree.NumberValue;
import io.dromedary.metricql.tree.Regroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Says what is wrong with a text: its form, and the words in it. Whether metrics and tags exist, others know. */
public final class Checker {

    private final Parsed parsed;
    private final List<Problem> problems = new ArrayList<>();
    private final CallChecker calls;
    private final QueryChecker queries;

    private Checker(Parsed parsed) {
        this.parsed = parsed;
        calls = new CallChecker(parsed, problems);
        queries = new QueryChecker(parsed, problems);
    }

    /** Returns all problems of a text, in its order; none when Datadog would take it, as far as can be told here. */
    public static List<Problem> check(String text) {
        return check(Parser.parse(text));
    }

    /** Returns the problems found by the parser and those of the words, in the order of the text. */
    public static List<Problem> check(Parsed parsed) {
        var checker = new Checker(parsed);
        parsed.expressions().forEach(checker::top);
        var all = new ArrayList<>(parsed.problems());
        all.addAll(checker.problems);
        all.sort(Comparator.comparingInt(Problem::from).thenComparingInt(Problem::to));
        return List.copyOf(all);
    }

    private void top(Expression expression) {
        if (isConstant(expression)) {
            problems.add(Problem.error(
                    parsed.spans().whole(expression),
                    "numbers alone have no series: expected a query such as avg:m{*}"));
        }
        each(expression, true);
    }

    /** A function of numbers is missing its query, which is told at the very place. */
    private static boolean isConstant(Expression expression) {
        if (expression instanceof FunctionCall) {
            return false;
        }
        var children = expression.children();
        return children.isEmpty()
                ? expression instanceof NumberValue
                : children.stream().allMatch(Checker::isConstant);
    }

    private void each(Expression expression, boolean outermost) {
        if (expression instanceof FunctionCall call) {
            calls.check(call, outermost);
        } else if (expression instanceof MetricQuery query) {
            queries.check(query);
        } else if (expression instanceof Regroup regroup) {
            queries.checkKeys(regroup, regroup.by());
        } else if (expression instanceof Modified modified) {
            queries.checkModifiers(modified.modifiers(), true);
        }
        expression.children().forEach(child -> each(child, false));
    }
}
