// SPDX-License-Identifier: Apache-2.0
package io.dromedary.search;

import io.dromedary.metricql.Problem;
import io.dromedary.metricql.Span;
import io.dromedary.metricql.tree.VariableText;
import java.util.ArrayList;
import java.util.List;

/** Cuts a search into words, brackets and operators. Confined to one parse. */
final class SearchLexer {

    /** What a piece of text is. */
    enum Kind {
        OPEN,
        CLOSE,
        AND,
        OR,
        NOT,
        /** A word or {@code facet:value}. */
        TERM,
        /** {@code facet:(}, the values follow. */
        VALUES,
        END
    }

    /**
     * A piece of the text.
     *
     * @param colon place of the colon behind the facet; -1 for a word
     */
    record Token(Kind kind, int from, int to, int colon) {

        Span span() {
            return new Span(from, to);
        }
    }

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private int at;

    SearchLexer(String text) {
        this.text = text;
    }

    List<Token> tokens() {
        while (true) {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (at == text.length()) {
                add(Kind.END, 0);
                return tokens;
            }
            next();
        }
    }

    List<Problem> problems() {
        return problems;
    }

    private void next() {
        switch (text.charAt(at)) {
            case '(' -> add(Kind.OPEN, 1);
            case ')' -> add(Kind.CLOSE, 1);
            case '-', '!' -> add(Kind.NOT, 1);
            default -> {
                if (!word("AND", Kind.AND) && !word("OR", Kind.OR) && !word("NOT", Kind.NOT)) {
                    term();
                }
            }
        }
    }

    private void add(Kind kind, int length) {
        tokens.add(new Token(kind, at, at + length, -1));
        at += length;
    }

    private boolean word(String word, Kind kind) {
        int end = at + word.length();
        boolean found = text.startsWith(word, at)
                && (end == text.length()
                        || Character.isWhitespace(text.charAt(end))
                        || text.charAt(end) == '('
                        || text.charAt(end) == ')');
        if (found) {
            add(kind, word.length());
        }
        return found;
    }

    private void term() {
        int from = at;
        int colon = -1;
        while (at < text.length() && !endsTerm(colon)) {
            char c = text.charAt(at);
            if (c == '(' && colon == at - 1) {
                at++;
                tokens.add(new Token(Kind.VALUES, from, at, colon));
                return;
            } else if (c == '(') {
                skip(')', "expected ) to close the arguments");
            } else if (c == '"') {
                quoted();
            } else if (opensRange(c, colon) && VariableText.end(text, at) == at) {
                range(c);
            } else if (c == '\\') {
                escaped();
            } else {
                colon = c == ':' && colon < 0 && at > from ? at : colon;
                at = Math.max(at + 1, VariableText.end(text, at));
            }
        }
        if (colon == at - 1 && colon >= 0) {
            problems.add(Problem.error(new Span(at, at), "expected a value behind " + text.substring(from, at)));
        }
        tokens.add(new Token(Kind.TERM, from, at, colon));
    }

    private boolean opensRange(char c, int colon) {
        return (c == '[' || c == '{') && colon >= 0 && colon == at - 1;
    }

    /** Brackets end a word, but for those of a facet's values and of a function such as {@code CIDR(}. */
    private boolean endsTerm(int colon) {
        char c = text.charAt(at);
        if (c == '(') {
            return colon != at - 1 && !(colon < 0 && Character.isLetter(text.charAt(Math.max(0, at - 1))));
        }
        return c == ')' || Character.isWhitespace(c);
    }

    private void escaped() {
        if (at + 1 == text.length()) {
            problems.add(Problem.error(new Span(at, at + 1), "expected a character behind the backslash"));
        }
        at = Math.min(at + 2, text.length());
    }

    private void quoted() {
        int from = at++;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            at = text.length();
            problems.add(Problem.error(new Span(from, from + 1), "this quotation mark is not closed"));
        } else {
            at++;
        }
    }

    /** Either bracket may close either: {@code [1 TO 5]} holds 5, <code>[1 TO 5}</code> does not. */
    private void range(char open) {
        int from = at;
        while (at < text.length() && text.charAt(at) != ']' && text.charAt(at) != '}') {
            at++;
        }
        var range = text.substring(from, at);
        if (at == text.length()) {
            problems.add(Problem.error(new Span(from, from + 1), "expected ] to close the range " + open));
        } else {
            at++;
            if (!range.contains(" TO ")) {
                problems.add(Problem.error(new Span(from, at), "a range has two ends: [1 TO 5]"));
            }
        }
    }

    private void skip(char close, String message) {
        int from = at++;
        while (at < text.length() && text.charAt(at) != close) {
            if (text.charAt(at) == '"') {
                quoted();
            } else {
                at++;
            }
        }
        if (at == text.length()) {
            problems.add(Problem.error(new Span(from, from + 1), message));
        } else {
            at++;
        }
    }
}
