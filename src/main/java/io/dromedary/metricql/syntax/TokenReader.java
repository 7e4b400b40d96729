// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.syntax;

import io.dromedary.metricql.Problem;
import io.dromedary.metricql.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The tokens of a text with a place among them, and what the parts of the parser found out so far. */
final class TokenReader {

    /** Parentheses, functions and signs inside each other; far above what anybody writes, far below a full stack. */
    static final int DEEPEST = 100;

    private final List<Token> tokens;
    private final List<Problem> problems = new ArrayList<>();
    private final Spans spans = new Spans();
    private int position;
    private int depth;

    TokenReader(Lexer.Lexed lexed) {
        tokens = lexed.tokens();
        lexed.problems().stream().limit(Problem.MOST).forEach(problems::add);
    }

    Spans spans() {
        return spans;
    }

    List<Problem> problems() {
        return problems;
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(position + ahead, tokens.size() - 1));
    }

    boolean at(TokenKind kind) {
        return peek().kind() == kind;
    }

    /** Returns whether the coming tokens are of these kinds, in this order. */
    boolean at(TokenKind first, TokenKind... more) {
        if (!at(first)) {
            return false;
        }
        for (int i = 0; i < more.length; i++) {
            if (peek(i + 1).kind() != more[i]) {
                return false;
            }
        }
        return true;
    }

    boolean atEnd() {
        return at(TokenKind.END);
    }

    /** Returns the coming token and goes past it; never past the end. */
    Token next() {
        var token = peek();
        if (position < tokens.size() - 1) {
            position++;
        }
        return token;
    }

    /** Goes past the coming token, which is a number; returns 0 for one that is too large, and says so. */
    double number() {
        var token = next();
        double value = Double.parseDouble(token.text());
        if (Double.isInfinite(value)) {
            problem(token.span(), "this number is too large");
            return 0;
        }
        return value;
    }

    /** Goes past the coming token when it is of the kind, and returns whether it was. */
    boolean accept(TokenKind kind) {
        if (!at(kind)) {
            return false;
        }
        next();
        return true;
    }

    /** Goes past a token that has to be there, or says that it is missing. */
    boolean require(TokenKind kind, String purpose) {
        if (accept(kind)) {
            return true;
        }
        expected(kind.shown() + " " + purpose);
        return false;
    }

    /** Returns the end of the token before the coming one. */
    int lastEnd() {
        return position == 0 ? 0 : tokens.get(position - 1).to();
    }

    /** Returns the text from an offset to the end of the token before the coming one. */
    Span since(int from) {
        return new Span(from, Math.max(from, lastEnd()));
    }

    /** Says that something else should stand where the coming token is. */
    void expected(String what) {
        var token = peek();
        problem(token.span(), "expected " + what + ", found " + token.shown());
    }

    /** Adds a problem, unless there is one at that place already: what follows from it says nothing new. */
    void problem(Span at, String message) {
        boolean known = problems.stream().anyMatch(one -> one.from() == at.from());
        if (!known && problems.size() < Problem.MOST) {
            problems.add(Problem.error(at, message));
        }
    }

    /** Reads something one level deeper; beyond {@link #DEEPEST} levels it gives up the rest of the text instead. */
    <T> T deeper(Supplier<T> read, Supplier<T> tooDeep) {
        if (depth >= DEEPEST) {
            problem(peek().span(), "nested deeper than " + DEEPEST + " levels");
            position = tokens.size() - 1;
            return tooDeep.get();
        }
        depth++;
        try {
            return read.get();
        } finally {
            depth--;
        }
    }
}
