// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.check;

import io.dromedary.metricql.Problem;
import io.dromedary.metricql.language.Function;
import io.dromedary.metricql.language.Functions;
import io.dromedary.metricql.language.Modifiers;
import io.dromedary.metricql.syntax.Parsed;
import io.dromedary.metricql.syntax.Spans;
import io.dromedary.metricql.tree.FunctionCall;
import java.util.List;

/** Checks function calls: the name, the place, the arguments. */
final class CallChecker {

    private final Spans spans;
    private final List<Problem> problems;
    private final ArgumentChecker arguments;

    CallChecker(Parsed parsed, List<Problem> problems) {
        this.problems = problems;
        spans = parsed.spans();
        arguments = new ArgumentChecker(parsed, problems);
    }

    void check(FunctionCall call, boolean outermost) {
        var function = Functions.named(call.name());
        if (function.isEmpty()) {
            problems.add(Problem.error(spans.name(call), unknown(call.name())));
            return;
        }
        if (!outermost && function.get().place() == Function.Place.OUTERMOST) {
            problems.add(Problem.warning(
                    spans.name(call),
                    call.name() + " belongs round the whole expression: Datadog draws no band inside one"));
        }
        arguments.check(function.get(), call.arguments(), call);
    }

    private static String unknown(String name) {
        if (Modifiers.named(name).isPresent()) {
            return name + " is a modifier: write it after the query, ." + name + "(…)";
        }
        return "unknown function " + name + Suggestion.of(Functions.nearest(name));
    }
}
