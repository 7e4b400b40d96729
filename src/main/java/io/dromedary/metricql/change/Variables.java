// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.change;

import io.dromedary.metricql.RefusedException;
import io.dromedary.metricql.syntax.Parser;
import io.dromedary.metricql.syntax.Printer;
import io.dromedary.metricql.tree.Aggregator;
import io.dromedary.metricql.tree.Argument;
import io.dromedary.metricql.tree.Expression;
import io.dromedary.metricql.tree.FunctionCall;
import io.dromedary.metricql.tree.MetricQuery;
import io.dromedary.metricql.tree.Modified;
import io.dromedary.metricql.tree.Modifier;
import io.dromedary.metricql.tree.Regroup;
import io.dromedary.metricql.tree.Scope;
import io.dromedary.metricql.tree.Variable;
import io.dromedary.metricql.tree.VariableText;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts values in the place of dashboard variables. Several values make {@code IN (…)}, everything makes {@code *}, no
 * value drops the filter. Variables without an entry in the map stay.
 */
public final class Variables {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.]*");

    private final Replacement values;
    private final ScopeVariables scopes;

    private Variables(Map<String, VariableValue> values) {
        this.values = new Replacement(values);
        scopes = new ScopeVariables(this.values);
    }

    /**
     * Returns the expression with all known variables replaced.
     *
     * @throws RefusedException if a value does not fit where the variable stands
     */
    public static Expression replace(Expression expression, Map<String, VariableValue> values) {
        return values.isEmpty() ? expression : new Variables(values).in(expression);
    }

    /** Returns the names of all variables in an expression, each once. */
    public static List<String> names(Expression expression) {
        return VariableText.all(Printer.print(expression)).stream()
                .map(VariableText.Found::name)
                .distinct()
                .toList();
    }

    private Expression in(Expression expression) {
        if (expression instanceof Variable variable) {
            return value(variable);
        }
        if (expression instanceof MetricQuery query) {
            return query(query);
        }
        if (expression instanceof FunctionCall call) {
            return new FunctionCall(call.name(), arguments(call.arguments()));
        }
        if (expression instanceof Modified modified) {
            return Modified.of(in(modified.body()), modifiers(modified.modifiers()));
        }
        if (expression instanceof Regroup regroup) {
            return new Regroup(regroup.aggregator(), in(regroup.body()), values.keys(regroup.by()));
        }
        return expression.withChildren(
                expression.children().stream().map(this::in).toList());
    }

    private MetricQuery query(MetricQuery query) {
        var condition = scopes.replaced(query.scope().condition());
        return new MetricQuery(
                aggregator(query.aggregator()),
                name(query.metric(), "a metric's name"),
                new Scope(query.scope().style(), condition),
                values.keys(query.by()),
                modifiers(query.modifiers()));
    }

    private @Nullable Aggregator aggregator(@Nullable Aggregator aggregator) {
        return aggregator == null
                ? null
                : new Aggregator(name(aggregator.name(), "an aggregator"), aggregator.threshold());
    }

    /** Returns a name with its variables replaced; a value that is no part of a name would change the query's form. */
    private String name(String text, String place) {
        var name = values.single(text, place);
        if (!name.equals(text)
                && VariableText.all(name).isEmpty()
                && !NAME.matcher(name).matches()) {
            throw new RefusedException(place + " has letters, digits, _ and dots: " + text + " makes it " + name);
        }
        return name;
    }

    private List<Modifier> modifiers(List<Modifier> modifiers) {
        return modifiers.stream()
                .map(modifier -> new Modifier(modifier.name(), arguments(modifier.arguments())))
                .toList();
    }

    private List<Argument> arguments(List<Argument> arguments) {
        return arguments.stream().map(this::argument).toList();
    }

    private Argument argument(Argument argument) {
        if (argument instanceof Argument.Named named) {
            return new Argument.Named(named.name(), argument(named.value()));
        }
        if (argument instanceof Argument.Text text) {
            return new Argument.Text(values.single(text.value(), "an argument"));
        }
        if (argument instanceof Variable variable) {
            return argumentOf(variable);
        }
        return argument instanceof Expression expression ? in(expression) : argument;
    }

    /** Returns a value as an argument, where it may also be a word or a length of time: {@code sum}, {@code 5m}. */
    private Argument argumentOf(Variable variable) {
        var text = values.single(variable.text(), "an argument");
        if (text.equals(variable.text())) {
            return variable;
        }
        return Parser.argument(text)
                .orElseThrow(
                        () -> new RefusedException("the value " + text + " of " + variable.text() + " is no argument"));
    }

    private Expression value(Variable variable) {
        var text = values.single(variable.text(), "an expression");
        if (text.equals(variable.text())) {
            return variable;
        }
        var parsed = Parser.parse(text);
        if (parsed.problems().isEmpty() && parsed.expressions().size() == 1) {
            return parsed.expression();
        }
        throw new RefusedException("the value " + text + " of " + variable.text() + " is neither a number nor a query");
    }
}
