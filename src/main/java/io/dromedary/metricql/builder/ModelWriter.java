// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.builder;

import io.dromedary.metricql.RefusedException;
import io.dromedary.metricql.builder.QueryModel.Part;
import io.dromedary.metricql.builder.QueryModel.Step;
import io.dromedary.metricql.builder.QueryModel.TagFilter;
import io.dromedary.metricql.change.Filter;
import io.dromedary.metricql.change.Filters;
import io.dromedary.metricql.syntax.Parser;
import io.dromedary.metricql.syntax.Printer;
import io.dromedary.metricql.tree.Aggregator;
import io.dromedary.metricql.tree.Argument;
import io.dromedary.metricql.tree.Condition;
import io.dromedary.metricql.tree.Expression;
import io.dromedary.metricql.tree.FunctionCall;
import io.dromedary.metricql.tree.Leaves;
import io.dromedary.metricql.tree.MetricQuery;
import io.dromedary.metricql.tree.Modifier;
import io.dromedary.metricql.tree.Scope;
import io.dromedary.metricql.tree.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/** From the form to a query's text. */
public final class ModelWriter {

    /** A name of a function, known or not. */
    static final Pattern FUNCTION = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Functions round one query: a parser reads no more of them back. */
    private static final int MOST_FUNCTIONS = 99;

    private ModelWriter() {}

    /**
     * Returns the query of a form.
     *
     * @throws RefusedException if the form says something that no query can; the message tells what
     */
    public static String write(QueryModel model) {
        if (model.queries().isEmpty() && model.formula().isBlank()) {
            throw new RefusedException("the form has no query: choose a metric");
        }
        var queries = new LinkedHashMap<String, Expression>();
        for (var part : model.queries()) {
            if (queries.put(part.name(), expression(part)) != null) {
                throw new RefusedException(
                        "two queries of the form are called " + part.name() + ": give each a name of its own");
            }
        }
        var formula = model.formula().isBlank() ? model.queries().get(0).name() : model.formula();
        if (formula.isBlank()) {
            return Printer.print(expression(model.queries().get(0)));
        }
        var parsed = Parser.formula(formula, queries.keySet());
        if (!parsed.problems().isEmpty() || parsed.expressions().size() != 1) {
            throw new RefusedException("the formula " + formula + " cannot be read"
                    + parsed.problems().stream()
                            .findFirst()
                            .map(one -> ": " + one.message())
                            .orElse(""));
        }
        return Printer.print(Leaves.map(
                parsed.expression(),
                leaf -> leaf instanceof Variable name ? queries.getOrDefault(name.text(), leaf) : leaf));
    }

    private static Expression expression(Part part) {
        if (part.metric().isBlank()) {
            throw new RefusedException("query " + part.name() + " has no metric: choose one");
        }
        if (part.functions().size() > MOST_FUNCTIONS) {
            throw new RefusedException(
                    "query " + part.name() + " has too many functions round it: at most " + MOST_FUNCTIONS);
        }
        Expression expression = query(part);
        for (var function : part.functions()) {
            if (!FUNCTION.matcher(function.name()).matches()) {
                throw new RefusedException(function.name() + " is no name of a function");
            }
            var arguments = new ArrayList<Argument>();
            arguments.add(expression);
            arguments.addAll(arguments(function));
            expression = new FunctionCall(function.name(), arguments);
        }
        return expression;
    }

    private static Expression query(Part part) {
        var query = new MetricQuery(
                part.aggregator().isEmpty() ? null : Aggregator.of(part.aggregator()),
                part.metric(),
                new Scope(Scope.Style.SYMBOLS, condition(part.filters())),
                part.groupBy(),
                part.modifiers().stream()
                        .map(step -> new Modifier(step.name(), arguments(step)))
                        .toList());
        return checked(part, query);
    }

    private static Condition condition(List<TagFilter> filters) {
        var conditions = filters.stream().map(ModelWriter::condition).toList();
        if (conditions.isEmpty()) {
            return new Condition.Everything();
        }
        return conditions.size() == 1 ? conditions.get(0) : new Condition.And(conditions);
    }

    private static Condition condition(TagFilter filter) {
        return switch (filter.operator()) {
            case "tag" -> new Condition.Tag(filter.key(), null);
            case "!tag" -> new Condition.Not(new Condition.Tag(filter.key(), null));
            // also for one value, which may be a variable with several
            case "=|" -> new Condition.In(filter.key(), filter.values(), false);
            case "!=|" -> new Condition.In(filter.key(), filter.values(), true);
            default -> Filters.condition(new Filter(filter.key(), operator(filter), filter.values()));
        };
    }

    private static Filter.Operator operator(TagFilter filter) {
        return Filter.Operator.of(filter.operator())
                .orElseThrow(() -> new RefusedException("the filter on " + filter.key() + " has the operator "
                        + filter.operator() + ", which tags do not have"));
    }

    private static List<Argument> arguments(Step step) {
        return step.arguments().stream()
                .map(text -> Parser.argument(text)
                        .orElseThrow(() -> new RefusedException(text + " is no argument of " + step.name())))
                .toList();
    }

    /** Names in the form are texts: one that is no name would change the query's form. */
    private static Expression checked(Part part, Expression query) {
        var back = Parser.parse(Printer.print(query));
        if (!back.problems().isEmpty() || !back.expressions().equals(List.of(query))) {
            throw new RefusedException(
                    "query " + part.name() + " on " + part.metric() + " cannot be written: check its names and values");
        }
        return query;
    }
}
