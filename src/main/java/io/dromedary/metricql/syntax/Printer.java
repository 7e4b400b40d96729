// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.syntax;

import io.dromedary.metricql.tree.Aggregator;
import io.dromedary.metricql.tree.Argument;
import io.dromedary.metricql.tree.Arithmetic;
import io.dromedary.metricql.tree.Expression;
import io.dromedary.metricql.tree.Foreign;
import io.dromedary.metricql.tree.FunctionCall;
import io.dromedary.metricql.tree.MetricQuery;
import io.dromedary.metricql.tree.Missing;
import io.dromedary.metricql.tree.Modified;
import io.dromedary.metricql.tree.Modifier;
import io.dromedary.metricql.tree.Negation;
import io.dromedary.metricql.tree.NumberValue;
import io.dromedary.metricql.tree.Reference;
import io.dromedary.metricql.tree.Regroup;
import io.dromedary.metricql.tree.Variable;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a tree in its canonical form, as Datadog's own editor does: {@code top(avg:m{env:prod,!host:a} by
 * {host,env}.rollup(avg, 60), 10, 'mean', 'desc') * 100}.
 *
 * <p>The text means the same as the tree: parsed, it gives an equal one. Comments, line breaks and superfluous
 * parentheses of the original are gone.
 */
public final class Printer implements Expression.Visitor<String> {

    private static final double LARGEST_PLAIN = 1e15;
    private static final double SMALLEST_PLAIN = 1e-6;

    private Printer() {}

    /** Returns the expression as text, with no more brackets than it needs. */
    public static String print(Expression expression) {
        return expression.accept(new Printer());
    }

    /** Returns the text of several expressions, with commas between them. */
    public static String print(List<Expression> expressions) {
        return expressions.stream().map(Printer::print).collect(Collectors.joining(", "));
    }

    @Override
    public String query(MetricQuery query) {
        return QueryPrinter.print(query);
    }

    @Override
    public String number(NumberValue number) {
        return number(number.value());
    }

    @Override
    public String arithmetic(Arithmetic arithmetic) {
        var tight = arithmetic.bindsTighter();
        var text = new StringBuilder(operand(arithmetic.first(), tight));
        for (var step : arithmetic.rest()) {
            text.append(' ').append(step.operator().sign()).append(' ');
            boolean chain = step.operand() instanceof Arithmetic inner && inner.bindsTighter() == tight;
            text.append(chain ? "(" + step.operand().accept(this) + ")" : operand(step.operand(), tight));
        }
        return text.toString();
    }

    private String operand(Expression operand, boolean inProduct) {
        boolean sum = operand instanceof Arithmetic inner && !inner.bindsTighter();
        return sum && inProduct ? "(" + operand.accept(this) + ")" : operand.accept(this);
    }

    @Override
    public String negation(Negation negation) {
        var operand = negation.operand().accept(this);
        return negation.operand() instanceof Arithmetic ? "-(" + operand + ")" : "-" + operand;
    }

    @Override
    public String call(FunctionCall call) {
        return call.name() + "(" + arguments(call.arguments()) + ")";
    }

    @Override
    public String regroup(Regroup regroup) {
        return regroup.aggregator() + "(" + regroup.body().accept(this) + ")" + QueryPrinter.by(regroup.by());
    }

    @Override
    public String modified(Modified modified) {
        var body = modified.body();
        boolean signed = body instanceof Arithmetic || body instanceof Negation || body instanceof NumberValue;
        var text = body.accept(this);
        return (signed ? "(" + text + ")" : text) + modifiers(modified.modifiers());
    }

    @Override
    public String reference(Reference reference) {
        var refId = reference.refId();
        boolean dollar = NameParser.isReference("$" + refId);
        return (dollar ? "$" : "#") + refId;
    }

    /** It has no text of its own here: as a reference, it can be read again. */
    @Override
    public String foreign(Foreign foreign) {
        return reference(new Reference(foreign.name()));
    }

    @Override
    public String variable(Variable variable) {
        return variable.text();
    }

    @Override
    public String missing(Missing missing) {
        return "";
    }

    /** Returns one argument as it is written. */
    public static String argumentText(Argument argument) {
        return new Printer().argument(argument);
    }

    static String modifiers(List<Modifier> modifiers) {
        var printer = new Printer();
        return modifiers.stream()
                .map(one -> "." + one.name() + "(" + printer.arguments(one.arguments()) + ")")
                .collect(Collectors.joining());
    }

    private String arguments(List<Argument> arguments) {
        return arguments.stream().map(this::argument).collect(Collectors.joining(", "));
    }

    private String argument(Argument argument) {
        if (argument instanceof Argument.Text text) {
            return Quotes.quote(text.value());
        }
        if (argument instanceof Argument.Word word) {
            return word.value();
        }
        if (argument instanceof Argument.Named named) {
            return named.name() + "=" + argument(named.value());
        }
        return ((Expression) argument).accept(this);
    }

    /** Returns a number as short as it can be: without an exponent unless it is very large or small. */
    static String number(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < LARGEST_PLAIN) {
            return Long.toString((long) value);
        }
        return size >= SMALLEST_PLAIN && size < LARGEST_PLAIN
                ? BigDecimal.valueOf(value).toPlainString()
                : Double.toString(value).replace(".0E", "e").replace("E", "e");
    }

    static String aggregator(Aggregator aggregator) {
        var threshold = aggregator.threshold();
        if (threshold == null) {
            return aggregator.name() + ":";
        }
        return aggregator.name() + "(" + threshold.variable() + ": " + threshold.variable() + threshold.comparison()
                + number(threshold.limit()) + "):";
    }
}
