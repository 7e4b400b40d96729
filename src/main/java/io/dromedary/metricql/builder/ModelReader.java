// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.builder;

import io.dromedary.metricql.Problem;
import io.dromedary.metricql.syntax.Lexer;
import io.dromedary.metricql.syntax.Parsed;
import io.dromedary.metricql.syntax.Printer;
import io.dromedary.metricql.tree.Argument;
import io.dromedary.metricql.tree.Expression;
import io.dromedary.metricql.tree.FunctionCall;
import io.dromedary.metricql.tree.MetricQuery;
import io.dromedary.metricql.tree.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From a query's text to the form. What the form cannot hold is told, and then there is no form. */
public final class ModelReader {

    private static final int LETTERS = 26;

    private final List<String> cannotHold = new ArrayList<>();
    private final PartReader parts = new PartReader(cannotHold);
    private final Map<Expression, QueryModel.Part> known = new LinkedHashMap<>();

    private ModelReader() {}

    /**
     * A form, or why there is none.
     *
     * @param model nothing when the form cannot hold the query
     * @param cannotHold sentences for the user, without full stops; empty when there is a model
     */
    public record Reading(Optional<QueryModel> model, List<String> cannotHold) {}

    /** Returns the form of a query, or what of it no form can hold. */
    public static Reading read(Parsed parsed) {
        var errors = parsed.problems().stream().map(Problem::message).toList();
        if (!errors.isEmpty()) {
            return new Reading(Optional.empty(), errors);
        }
        if (parsed.expressions().size() > 1) {
            return new Reading(Optional.empty(), List.of("the form holds one expression, not several with commas"));
        }
        if (hasComment(parsed.text())) {
            return new Reading(Optional.empty(), List.of("the form holds no comments"));
        }
        return new ModelReader().read(parsed.expression());
    }

    /** Comments are what is neither token nor blank. */
    private static boolean hasComment(String text) {
        int end = 0;
        for (var token : Lexer.lex(text).tokens()) {
            if (!isBlank(text, end, token.from())) {
                return true;
            }
            end = token.to();
        }
        return !isBlank(text, end, text.length());
    }

    private static boolean isBlank(String text, int from, int to) {
        return text.substring(from, to).chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    private Reading read(Expression expression) {
        var formula = Printer.print(named(expression));
        if (!cannotHold.isEmpty()) {
            return new Reading(Optional.empty(), List.copyOf(cannotHold));
        }
        return new Reading(Optional.of(new QueryModel(List.copyOf(known.values()), formula)), List.of());
    }

    /** Returns the expression with each part replaced by its name; a part is a query with the functions round it. */
    private Expression named(Expression expression) {
        if (isPart(expression)) {
            return new Variable(part(expression).name());
        }
        return expression.withChildren(
                expression.children().stream().map(this::named).toList());
    }

    private static boolean isPart(Expression expression) {
        if (expression instanceof MetricQuery) {
            return true;
        }
        return expression instanceof FunctionCall call
                && !call.arguments().isEmpty()
                && call.arguments().get(0) instanceof Expression inner
                && isPart(inner)
                && call.arguments().stream().skip(1).allMatch(ModelReader::isPlain);
    }

    private static boolean isPlain(Argument argument) {
        if (argument instanceof Argument.Named named) {
            return isPlain(named.value());
        }
        return !(argument instanceof Expression expression)
                || (expression.children().isEmpty() && !isPart(expression));
    }

    private QueryModel.Part part(Expression expression) {
        var part = known.get(expression);
        if (part == null) {
            part = parts.read(name(known.size()), expression);
            known.put(expression, part);
        }
        return part;
    }

    private static String name(int index) {
        var letter = String.valueOf((char) ('a' + index % LETTERS));
        return index < LETTERS ? letter : name(index / LETTERS - 1) + letter;
    }
}
