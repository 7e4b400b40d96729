// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.syntax;

import io.dromedary.metricql.Span;
import io.dromedary.metricql.tree.Condition;
import io.dromedary.metricql.tree.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads filters up to the closing brace: in symbols ({@code , !}) or in words ({@code AND OR NOT IN}), not in both. */
final class ScopeParser {

    private final TokenReader reader;
    private final TagParser tags;
    private Scope.@Nullable Style style;

    ScopeParser(TokenReader reader) {
        this.reader = reader;
        tags = new TagParser(reader, this::words);
    }

    /** Reads after the opening brace, the closing one included. */
    Scope read() {
        style = null;
        int from = reader.peek().from();
        var parts = new ArrayList<Condition>();
        parts.add(any());
        while (isUnexpected()) {
            parts.add(recovered());
        }
        var condition = parts.size() == 1 ? parts.get(0) : new Condition.And(parts);
        var scope = new Scope(style == null ? Scope.Style.SYMBOLS : style, condition);
        reader.spans().mark(scope, reader.since(from));
        reader.require(TokenKind.CLOSE_BRACE, "to close the filters");
        return scope;
    }

    private Condition any() {
        return joined(this::all, () -> keyword("or"), Condition.Or::new);
    }

    private Condition all() {
        return joined(this::not, this::and, Condition.And::new);
    }

    private Condition joined(
            Supplier<Condition> part, Supplier<Boolean> operator, Function<List<Condition>, Condition> join) {
        int from = reader.peek().from();
        var parts = new ArrayList<Condition>();
        do {
            parts.add(part.get());
        } while (operator.get());
        return parts.size() == 1 ? parts.get(0) : reader.spans().mark(join.apply(parts), reader.since(from));
    }

    private boolean and() {
        if (reader.at(TokenKind.COMMA)) {
            use(Scope.Style.SYMBOLS, reader.next());
            return true;
        }
        return keyword("and");
    }

    private Condition not() {
        var token = reader.peek();
        if (reader.at(TokenKind.BANG)) {
            use(Scope.Style.SYMBOLS, reader.next());
        } else if (!keyword("not")) {
            return operand();
        }
        var operand = reader.deeper(this::not, Condition.Absent::new);
        return reader.spans().mark(new Condition.Not(operand), reader.since(token.from()));
    }

    private Condition operand() {
        if (reader.at(TokenKind.OPEN)) {
            return reader.deeper(this::inParentheses, Condition.Absent::new);
        }
        return tags.read();
    }

    private Condition inParentheses() {
        reader.next();
        var inside = any();
        reader.require(TokenKind.CLOSE, "to close the parenthesis");
        return inside;
    }

    private boolean keyword(String word) {
        if (!TagParser.isKeyword(reader.peek(), word)) {
            return false;
        }
        words(reader.next());
        return true;
    }

    private void words(Token operator) {
        use(Scope.Style.WORDS, operator);
    }

    private void use(Scope.Style used, Token operator) {
        if (style == null) {
            style = used;
        } else if (style != used) {
            var before = style == Scope.Style.SYMBOLS ? "the symbols (, !)" : "the words (AND, OR, NOT, IN)";
            reader.problem(
                    operator.span(),
                    "filters are written in symbols or in words, not in both: "
                            + operator.text().toUpperCase(Locale.ROOT) + " does not fit " + before + " before it");
        }
    }

    /** Returns whether filters go on although no operator does, which they do not when a {@code by} follows. */
    private boolean isUnexpected() {
        boolean by = TagParser.isKeyword(reader.peek(), "by") && reader.peek(1).kind() == TokenKind.OPEN_BRACE;
        return !by && !reader.atEnd() && !reader.at(TokenKind.CLOSE_BRACE);
    }

    private Condition recovered() {
        reader.expected(
                reader.at(TokenKind.WORD) ? "a comma or AND between the filters, or }" : "} to close the filters");
        if (reader.at(TokenKind.WORD) || reader.at(TokenKind.BANG) || reader.at(TokenKind.OPEN)) {
            var before = reader.peek();
            var rest = any();
            if (reader.peek().equals(before)) {
                reader.next();
            }
            return rest;
        }
        var token = reader.next();
        return reader.spans().mark(new Condition.Absent(), new Span(token.from(), token.from()));
    }
}
