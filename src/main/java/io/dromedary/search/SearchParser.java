// SPDX-License-Identifier: Apache-2.0
package io.dromedary.search;

import io.dromedary.metricql.Problem;
import io.dromedary.metricql.Span;
import io.dromedary.search.SearchLexer.Kind;
import io.dromedary.search.SearchLexer.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the search syntax: words, {@code "phrases"}, {@code facet:value}, {@code @attribute:>=5}, {@code facet:(a OR
 * b)}, {@code facet:[1 TO 5]}, {@code -}, {@code NOT}, {@code AND}, {@code OR}, brackets, wildcards; AND binds closer
 * than OR. What Datadog may know beside it is passed on as it is. Confined to one parse.
 */
public final class SearchParser {

    /** Nobody writes so many brackets; keeps the parser's stack bounded. */
    private static final int MAX_DEPTH = 100;

    private final String text;
    private final List<Token> tokens;
    private final List<Problem> problems;
    private int index;
    private int depth;

    private SearchParser(String text) {
        this.text = text;
        var lexer = new SearchLexer(text);
        tokens = lexer.tokens();
        problems = new ArrayList<>(lexer.problems());
    }

    /**
     * A search, read.
     *
     * @param search what could be understood of it
     * @param problems by their place in the text, at most {@value Problem#MOST}
     */
    public record Parsed(String text, Search search, List<Problem> problems) {
        public Parsed {
            problems = List.copyOf(problems);
        }

        public boolean isGood() {
            return problems.stream().noneMatch(Problem::isError);
        }
    }

    /** Never fails: what is wrong is told by the problems. An empty text finds everything. */
    public static Parsed parse(String text) {
        return new SearchParser(text).whole();
    }

    private Parsed whole() {
        Search search = peek().kind() == Kind.END ? Search.EVERYTHING : or();
        while (peek().kind() == Kind.CLOSE) {
            problem(next(), "this bracket closes nothing");
            if (peek().kind() != Kind.END && peek().kind() != Kind.CLOSE) {
                or();
            }
        }
        var told = problems.stream()
                .sorted(Comparator.comparingInt(Problem::from))
                .limit(Problem.MOST)
                .toList();
        return new Parsed(text, search == null ? Search.EVERYTHING : search, told);
    }

    private @Nullable Search or() {
        var parts = new ArrayList<Search>();
        add(and(), parts);
        while (peek().kind() == Kind.OR) {
            next();
            add(and(), parts);
        }
        return Search.any(parts);
    }

    private @Nullable Search and() {
        var parts = new ArrayList<Search>();
        add(unary(), parts);
        while (true) {
            switch (peek().kind()) {
                case AND -> {
                    next();
                    add(unary(), parts);
                }
                case OPEN, NOT, TERM, VALUES -> add(unary(), parts);
                case OR, CLOSE, END -> {
                    return Search.all(parts);
                }
            }
        }
    }

    private @Nullable Search unary() {
        var token = peek();
        if (token.kind() == Kind.NOT || token.kind() == Kind.OPEN || isTerm(token)) {
            next();
        }
        return switch (token.kind()) {
            case NOT -> {
                var inner = deeper(token, this::unary);
                yield inner == null ? null : new Search.Not(inner);
            }
            case OPEN -> brackets(token);
            case VALUES -> {
                var inner = brackets(token);
                yield inner == null ? null : new Search.Values(text.substring(token.from(), token.colon()), inner);
            }
            case TERM -> term(token);
            case AND, OR, CLOSE, END -> {
                problem(token, "expected a word or facet:value" + behind());
                yield null;
            }
        };
    }

    private static boolean isTerm(Token token) {
        return token.kind() == Kind.TERM || token.kind() == Kind.VALUES;
    }

    private String behind() {
        return index == 0
                ? ""
                : " behind "
                        + text.substring(
                                tokens.get(index - 1).from(),
                                tokens.get(index - 1).to());
    }

    private @Nullable Search brackets(Token open) {
        var inner = deeper(open, this::or);
        if (peek().kind() == Kind.CLOSE) {
            next();
        } else if (depth <= MAX_DEPTH) {
            problem(open, "this bracket is not closed");
        }
        return inner;
    }

    private Search term(Token token) {
        return token.colon() < 0
                ? new Search.Term("", text.substring(token.from(), token.to()))
                : new Search.Term(
                        text.substring(token.from(), token.colon()), text.substring(token.colon() + 1, token.to()));
    }

    /** Reads a part of a part. */
    @FunctionalInterface
    private interface Part {
        @Nullable
        Search read();
    }

    private @Nullable Search deeper(Token token, Part part) {
        if (++depth > MAX_DEPTH) {
            if (depth == MAX_DEPTH + 1) {
                problem(token, "there are more than " + MAX_DEPTH + " brackets in one another");
            }
            index = tokens.size() - 1;
            return null;
        }
        var inner = part.read();
        depth--;
        return inner;
    }

    private static void add(@Nullable Search part, List<Search> parts) {
        if (part != null) {
            parts.add(part);
        }
    }

    private Token peek() {
        return tokens.get(index);
    }

    private Token next() {
        return tokens.get(index == tokens.size() - 1 ? index : index++);
    }

    private void problem(Token token, String message) {
        problems.add(Problem.error(new Span(token.from(), token.to()), message));
    }
}
