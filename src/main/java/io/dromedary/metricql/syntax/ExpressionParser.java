// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.syntax;

import io.dromedary.metricql.Span;
import io.dromedary.metricql.tree.Arithmetic;
import io.dromedary.metricql.tree.Expression;
import io.dromedary.metricql.tree.Missing;
import io.dromedary.metricql.tree.Modified;
import io.dromedary.metricql.tree.Negation;
import io.dromedary.metricql.tree.NumberValue;
import io.dromedary.metricql.tree.Operator;
import io.dromedary.metricql.tree.Reference;
import java.util.ArrayList;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads sums of products of signed operands, and the operands that are no query and no function. */
final class ExpressionParser {

    private final TokenReader reader;
    private final NameParser names;
    private final ModifierParser modifiers;

    /** @param known names that stand for queries */
    ExpressionParser(TokenReader reader, Set<String> known) {
        this.reader = reader;
        var arguments = new ArgumentParser(reader, this, known);
        modifiers = new ModifierParser(reader, arguments);
        names = new NameParser(reader, this, arguments, known);
    }

    Expression expression() {
        return chain(this::product, false);
    }

    private Expression product() {
        return chain(this::signed, true);
    }

    private Expression chain(Supplier<Expression> operand, boolean tight) {
        int from = reader.peek().from();
        var first = operand.get();
        var rest = new ArrayList<Arithmetic.Step>();
        for (var operator = operator(tight); operator != null; operator = operator(tight)) {
            reader.next();
            rest.add(new Arithmetic.Step(operator, operand.get()));
        }
        return rest.isEmpty() ? first : reader.spans().mark(new Arithmetic(first, rest), reader.since(from));
    }

    private @Nullable Operator operator(boolean tight) {
        return switch (reader.peek().kind()) {
            case PLUS -> tight ? null : Operator.PLUS;
            case MINUS -> tight ? null : Operator.MINUS;
            case TIMES -> tight ? Operator.TIMES : null;
            case DIVIDE -> tight ? Operator.DIVIDE : null;
            default -> null;
        };
    }

    private Expression signed() {
        var token = reader.peek();
        if (reader.accept(TokenKind.PLUS)) {
            return reader.deeper(this::signed, Missing::new);
        }
        if (reader.accept(TokenKind.MINUS)) {
            var operand = reader.deeper(this::signed, Missing::new);
            return reader.spans().mark(Negation.of(operand), reader.since(token.from()));
        }
        return withModifiers();
    }

    private Expression withModifiers() {
        int from = reader.peek().from();
        var operand = operand();
        var found = modifiers.all();
        if (found.isEmpty()) {
            return operand;
        }
        var spans = reader.spans();
        return spans.mark(Modified.of(operand, found), reader.since(from), spans.name(operand), spans.items(operand));
    }

    private Expression operand() {
        var token = reader.peek();
        return switch (token.kind()) {
            case NUMBER -> reader.spans().mark(new NumberValue(reader.number()), token.span());
            case OPEN -> reader.deeper(this::inParentheses, Missing::new);
            case REFERENCE ->
                reader.spans().mark(new Reference(reader.next().text().substring(1)), token.span());
            case NAME -> reader.deeper(names::read, Missing::new);
            default -> missing();
        };
    }

    private Expression inParentheses() {
        reader.next();
        var inside = expression();
        reader.require(TokenKind.CLOSE, "to close the parenthesis");
        return inside;
    }

    /** Returns a missing expression, and goes past a token that cannot begin or end one. */
    Expression missing() {
        var token = reader.peek();
        reader.expected("a query, a function or a number");
        switch (token.kind()) {
            case CLOSE, CLOSE_BRACE, COMMA, END, TIMES, DIVIDE, COMPARISON, EQUALS -> {}
            default -> reader.next();
        }
        return reader.spans().mark(new Missing(), new Span(token.from(), token.from()));
    }
}
