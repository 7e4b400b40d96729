// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.builder;

import io.dromedary.metricql.builder.QueryModel.Step;
import io.dromedary.metricql.builder.QueryModel.TagFilter;
import io.dromedary.metricql.syntax.Printer;
import io.dromedary.metricql.syntax.QueryPrinter;
import io.dromedary.metricql.tree.Argument;
import io.dromedary.metricql.tree.Condition;
import io.dromedary.metricql.tree.Expression;
import io.dromedary.metricql.tree.FunctionCall;
import io.dromedary.metricql.tree.MetricQuery;
import io.dromedary.metricql.tree.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads one query and the functions round it. */
final class PartReader {

    private final List<String> cannotHold;

    /** @param cannotHold is given what the form cannot hold */
    PartReader(List<String> cannotHold) {
        this.cannotHold = cannotHold;
    }

    QueryModel.Part read(String name, Expression expression) {
        var functions = new ArrayList<Step>();
        var inner = expression;
        while (inner instanceof FunctionCall call) {
            if (!ModelWriter.FUNCTION.matcher(call.name()).matches()) {
                cannotHold.add("the form holds no variable in the name of a function: " + call.name());
            }
            functions.add(
                    0,
                    step(
                            call.name(),
                            call.arguments().subList(1, call.arguments().size())));
            inner = (Expression) call.arguments().get(0);
        }
        var query = (MetricQuery) inner;
        return new QueryModel.Part(
                name,
                query.metric(),
                aggregator(query),
                filters(query.scope().condition()).toList(),
                query.by(),
                query.modifiers().stream()
                        .map(modifier -> step(modifier.name(), modifier.arguments()))
                        .toList(),
                functions);
    }

    private static Step step(String name, List<Argument> arguments) {
        return new Step(name, arguments.stream().map(Printer::argumentText).toList());
    }

    private String aggregator(MetricQuery query) {
        var aggregator = query.aggregator();
        if (aggregator == null) {
            return "";
        }
        if (aggregator.threshold() != null) {
            cannotHold.add("the form holds no condition on values: " + QueryPrinter.print(query));
        }
        return aggregator.name();
    }

    private Stream<TagFilter> filters(Condition condition) {
        if (condition instanceof Condition.Everything) {
            return Stream.empty();
        }
        if (condition instanceof Condition.And and) {
            return and.parts().stream().flatMap(this::filters);
        }
        if (condition instanceof Condition.In in) {
            return Stream.of(new TagFilter(in.key(), in.negated() ? "!=|" : "=|", in.values()));
        }
        if (condition instanceof Condition.Tag tag) {
            return Stream.of(filter(tag, ""));
        }
        if (condition instanceof Condition.Not not && not.operand() instanceof Condition.Tag tag) {
            return Stream.of(filter(tag, "!"));
        }
        if (condition instanceof Condition.Not not && not.operand() instanceof Condition.In in) {
            return Stream.of(new TagFilter(in.key(), in.negated() ? "=|" : "!=|", in.values()));
        }
        cannotHold.add("the form holds filters that all apply, not OR or NOT round several: "
                + QueryPrinter.condition(condition, Scope.Style.WORDS));
        return Stream.empty();
    }

    private static TagFilter filter(Condition.Tag tag, String not) {
        var value = tag.value();
        return value == null
                ? new TagFilter(tag.key(), not + "tag", List.of())
                : new TagFilter(tag.key(), not + "=", List.of(value));
    }
}
