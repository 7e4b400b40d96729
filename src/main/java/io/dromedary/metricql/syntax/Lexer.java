// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.syntax;

import io.dromedary.metricql.Problem;
import io.dromedary.metricql.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into tokens; never fails. Inside braces other characters make a word than outside.
 *
 * <p>Comments run from {@code //} to the end of the line or from {@code /*} to its end. They begin where a token could
 * begin, so that {@code url:http://x} is a tag. ({@code #} is no comment: it marks a reference to another query.)
 */
public final class Lexer {

    private static final String PLAIN = "{}(),:.+-*/=!";
    private static final TokenKind[] PLAIN_KINDS = {
        TokenKind.OPEN_BRACE, TokenKind.CLOSE_BRACE, TokenKind.OPEN, TokenKind.CLOSE, TokenKind.COMMA,
        TokenKind.COLON, TokenKind.DOT, TokenKind.PLUS, TokenKind.MINUS, TokenKind.TIMES,
        TokenKind.DIVIDE, TokenKind.EQUALS, TokenKind.BANG
    };

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private boolean inBraces;
    private int lastEnd;

    private Lexer(String text) {
        this.text = text;
    }

    /** What a text consists of; the last token is an END. */
    public record Lexed(List<Token> tokens, List<Problem> problems) {}

    /** Cuts a text; never fails, what is no token becomes {@link TokenKind#UNKNOWN}. */
    public static Lexed lex(String text) {
        return new Lexer(text).run();
    }

    private Lexed run() {
        int at = skipBlanks(0);
        while (at < text.length()) {
            at = skipBlanks(token(at));
        }
        tokens.add(new Token(TokenKind.END, "", lastEnd, lastEnd));
        return new Lexed(List.copyOf(tokens), List.copyOf(problems));
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Words.isBlank(c)) {
                at++;
            } else if (text.startsWith("//", at)) {
                at = Words.lineEnd(text, at);
            } else if (text.startsWith("/*", at)) {
                at = skipComment(at);
            } else {
                return at;
            }
        }
        return at;
    }

    private int skipComment(int from) {
        int end = text.indexOf("*/", from + 2);
        if (end >= 0) {
            return end + 2;
        }
        problems.add(Problem.error(new Span(from, text.length()), "this comment has no end: expected */"));
        return text.length();
    }

    private int token(int from) {
        char c = text.charAt(from);
        if (inBraces && c != '}' && c != '{' && c != '(' && c != ')' && c != ',' && c != '!') {
            return add(TokenKind.WORD, from, Words.wordEnd(text, from));
        }
        int name = Words.nameEnd(text, from);
        if (name > from) {
            return add(TokenKind.NAME, from, name);
        }
        if (Words.isDigit(c) || (c == '.' && Words.isDigit(Words.charAt(text, from + 1)))) {
            return number(from);
        }
        return switch (c) {
            case '\'', '"' -> quoted(from, c);
            case '#' -> reference(from);
            case '<', '>' -> add(TokenKind.COMPARISON, from, from + (Words.charAt(text, from + 1) == '=' ? 2 : 1));
            default -> plain(from, c);
        };
    }

    private int number(int from) {
        int end = Words.numberEnd(text, from);
        int letters = end;
        while (Character.isLetterOrDigit(Words.charAt(text, letters)) || Words.charAt(text, letters) == '_') {
            letters++;
        }
        return letters == end ? add(TokenKind.NUMBER, from, end) : add(TokenKind.LENGTH, from, letters);
    }

    private int quoted(int from, char quote) {
        int end = Words.quotedEnd(text, from, quote);
        if (!Words.isClosed(text, from, end)) {
            problems.add(Problem.error(new Span(from, end), "this text has no end: expected " + quote));
        }
        return add(TokenKind.QUOTED, from, end);
    }

    private int reference(int from) {
        int end = from + 1;
        while (Character.isLetterOrDigit(Words.charAt(text, end)) || Words.charAt(text, end) == '_') {
            end++;
        }
        if (end == from + 1) {
            problems.add(Problem.error(new Span(from, end), "expected the letter of a query after #, such as #A"));
        }
        return add(TokenKind.REFERENCE, from, end);
    }

    private int plain(int from, char c) {
        int index = PLAIN.indexOf(c);
        if (index < 0) {
            return add(TokenKind.UNKNOWN, from, from + Character.charCount(text.codePointAt(from)));
        }
        var kind = PLAIN_KINDS[index];
        inBraces = kind == TokenKind.OPEN_BRACE || (inBraces && kind != TokenKind.CLOSE_BRACE);
        return add(kind, from, from + 1);
    }

    private int add(TokenKind kind, int from, int to) {
        tokens.add(new Token(kind, text.substring(from, to), from, to));
        lastEnd = to;
        return to;
    }
}
