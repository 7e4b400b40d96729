// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.ddsql;

import io.dromedary.sandbox.ddsql.SqlLexer.Kind;
import io.dromedary.sandbox.ddsql.SqlLexer.Token;
import java.util.List;

/** Walks through tokens. */
final class TokenReader {

    private final List<Token> tokens;
    private int position;

    TokenReader(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(position);
    }

    Token next() {
        var token = peek();
        position += token.kind() == Kind.END ? 0 : 1;
        return token;
    }

    /** Steps over a word if it comes next. */
    boolean skip(String word) {
        boolean found = peek().is(word);
        position += found ? 1 : 0;
        return found;
    }

    void expect(String word) {
        if (!skip(word)) {
            throw unexpected(word + " is expected");
        }
    }

    String name() {
        var token = next();
        if (token.kind() != Kind.NAME) {
            position -= token.kind() == Kind.END ? 0 : 1;
            throw unexpected("a name is expected");
        }
        return token.text();
    }

    /** A text, a number, {@code true} or {@code false}. */
    Object literal() {
        boolean negative = skip("-");
        var token = next();
        if (token.kind() == Kind.NUMBER) {
            return number((negative ? "-" : "") + token.text());
        }
        if (!negative && token.kind() == Kind.TEXT) {
            return token.text();
        }
        if (!negative && (token.is("true") || token.is("false"))) {
            return token.is("true");
        }
        position -= token.kind() == Kind.END ? 0 : 1;
        throw unexpected("a text in single quotes, a number, true or false is expected");
    }

    private static Object number(String text) {
        try {
            return text.matches("-?\\d+") ? (Object) Long.valueOf(text) : (Object) Double.valueOf(text);
        } catch (NumberFormatException e) {
            throw new RefusedSqlException("number out of range: " + text);
        }
    }

    RefusedSqlException unexpected(String expected) {
        var token = peek();
        String found = token.kind() == Kind.END ? "the end" : "\"" + token.text() + "\"";
        return new RefusedSqlException(
                "syntax error at " + found + " (position " + (token.position() + 1) + "): " + expected);
    }
}
