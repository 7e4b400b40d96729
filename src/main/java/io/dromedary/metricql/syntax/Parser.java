// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.syntax;

import io.dromedary.metricql.Problem;
import io.dromedary.metricql.tree.Argument;
import io.dromedary.metricql.tree.Expression;
import io.dromedary.metricql.tree.MetricQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Understands a text: expressions with commas between them. */
public final class Parser {

    private final TokenReader reader;
    private final ExpressionParser expressions;

    private Parser(TokenReader reader, Set<String> names) {
        this.reader = reader;
        expressions = new ExpressionParser(reader, names);
    }

    /**
     * Returns the tree of a text. Never fails: a text with problems gives a tree with missing nodes.
     *
     * <p>Linear in the length of the text; at most {@link TokenReader#DEEPEST} levels deep.
     */
    public static Parsed parse(String text) {
        return parse(text, Set.of());
    }

    /**
     * Returns the tree of a formula over names, such as {@code query1 / query2}.
     *
     * @param names what stands for a query; it is a {@link io.dromedary.metricql.tree.Variable} in the tree
     */
    public static Parsed formula(String text, Set<String> names) {
        return parse(text, names);
    }

    /** Returns the meaning of a text as one argument of a function or modifier; nothing when it is none. */
    public static Optional<Argument> argument(String text) {
        var parsed = parse("m{*}.rollup(" + text + "\n)");
        boolean one = parsed.problems().isEmpty()
                && parsed.expressions().size() == 1
                && parsed.expression() instanceof MetricQuery query
                && query.modifiers().size() == 1
                && query.modifiers().get(0).arguments().size() == 1;
        return one
                ? Optional.of(((MetricQuery) parsed.expression())
                        .modifiers()
                        .get(0)
                        .arguments()
                        .get(0))
                : Optional.empty();
    }

    private static Parsed parse(String text, Set<String> names) {
        var parser = new Parser(new TokenReader(Lexer.lex(text)), names);
        var expressions = parser.all();
        var problems = new ArrayList<>(parser.reader.problems());
        problems.sort(Comparator.comparingInt(Problem::from));
        return new Parsed(text, expressions, parser.reader.spans(), List.copyOf(problems));
    }

    private List<Expression> all() {
        var all = new ArrayList<Expression>();
        do {
            all.add(expressions.expression());
            if (!reader.atEnd() && !reader.at(TokenKind.COMMA)) {
                explain();
                skip();
            }
        } while (reader.accept(TokenKind.COMMA));
        return List.copyOf(all);
    }

    private void explain() {
        var token = reader.peek();
        switch (token.kind()) {
            case CLOSE -> reader.problem(token.span(), "nothing is open that this ) could close");
            case CLOSE_BRACE -> reader.problem(token.span(), "nothing is open that this } could close");
            case COMPARISON, EQUALS ->
                reader.problem(
                        token.span(),
                        "a comparison belongs to a monitor: expected an operator or the end of the query");
            default -> reader.expected("an operator (+ - * /), a comma or the end of the query");
        }
    }

    /** Goes to the next comma outside parentheses and braces; what is between has been complained about. */
    private void skip() {
        int open = 0;
        while (!reader.atEnd() && !(open == 0 && reader.at(TokenKind.COMMA))) {
            switch (reader.next().kind()) {
                case OPEN, OPEN_BRACE -> open++;
                case CLOSE, CLOSE_BRACE -> open = Math.max(0, open - 1);
                default -> {}
            }
        }
    }
}
