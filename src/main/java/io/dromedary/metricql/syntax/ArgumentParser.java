// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.syntax;

import io.dromedary.metricql.Span;
import io.dromedary.metricql.language.Functions;
import io.dromedary.metricql.language.Parameter;
import io.dromedary.metricql.tree.Argument;
import io.dromedary.metricql.tree.NumberValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** Reads arguments up to the closing parenthesis. */
final class ArgumentParser {

    /** What follows a name that is the beginning of a query or of a sum. */
    private static final Set<TokenKind> GOES_ON = EnumSet.of(
            TokenKind.COLON,
            TokenKind.OPEN,
            TokenKind.OPEN_BRACE,
            TokenKind.DOT,
            TokenKind.PLUS,
            TokenKind.MINUS,
            TokenKind.TIMES,
            TokenKind.DIVIDE);

    private final TokenReader reader;
    private final ExpressionParser expressions;
    private final Set<String> known;

    ArgumentParser(TokenReader reader, ExpressionParser expressions, Set<String> known) {
        this.known = known;
        this.reader = reader;
        this.expressions = expressions;
    }

    /** Arguments and where they stand. */
    record Arguments(List<Argument> arguments, List<Span> spans) {}

    /** Reads a function's arguments after the opening parenthesis, the closing one included. */
    Arguments ofFunction(String name) {
        return all(name, index -> wantsQuery(name, index));
    }

    /** Reads a modifier's arguments after the opening parenthesis, the closing one included. */
    Arguments ofModifier(String name) {
        return all(name, index -> false);
    }

    /** @param wantsQuery which places are a query's, to tell an unfinished one from a word */
    private Arguments all(String owner, IntPredicate wantsQuery) {
        var arguments = new ArrayList<Argument>();
        var spans = new ArrayList<Span>();
        if (reader.atEnd()) {
            reader.expected("arguments and ) to close " + owner + "(");
        } else if (!reader.accept(TokenKind.CLOSE)) {
            do {
                int from = reader.peek().from();
                arguments.add(argument(wantsQuery.test(arguments.size())));
                spans.add(reader.since(from));
                recover(owner);
            } while (reader.accept(TokenKind.COMMA));
            reader.require(TokenKind.CLOSE, "to close " + owner + "(");
        }
        return new Arguments(arguments, spans);
    }

    /** Goes past what stands between an argument and the next comma or the end of the arguments. */
    private void recover(String owner) {
        int open = 0;
        int first = reader.peek().from();
        while (!reader.atEnd() && (open > 0 || !(reader.at(TokenKind.COMMA) || reader.at(TokenKind.CLOSE)))) {
            if (reader.peek().from() == first) {
                reader.expected("a comma or ) in " + owner + "(");
            }
            switch (reader.next().kind()) {
                case OPEN, OPEN_BRACE -> open++;
                case CLOSE, CLOSE_BRACE -> open = Math.max(0, open - 1);
                default -> {}
            }
        }
    }

    private Argument argument(boolean wantsQuery) {
        if (reader.at(TokenKind.NAME, TokenKind.EQUALS)) {
            var name = reader.next().text();
            reader.next();
            return new Argument.Named(name, value(false));
        }
        return value(wantsQuery);
    }

    private Argument value(boolean wantsQuery) {
        if (reader.at(TokenKind.QUOTED)) {
            return new Argument.Text(Quotes.strip(reader.next().text()));
        }
        if (reader.at(TokenKind.LENGTH)) {
            return length(reader.next());
        }
        if (!wantsQuery && isWord()) {
            return new Argument.Word(reader.next().text());
        }
        return expressions.expression();
    }

    private boolean isWord() {
        var text = reader.peek().text();
        return reader.at(TokenKind.NAME)
                && !known.contains(text)
                && text.indexOf('$') < 0
                && !text.startsWith("[[")
                && !GOES_ON.contains(reader.peek(1).kind());
    }

    private static boolean wantsQuery(String owner, int index) {
        var function = Functions.named(owner);
        if (function.isEmpty()) {
            return index == 0;
        }
        var positional = function.get().positional();
        return index >= 0 && index < positional.size() && positional.get(index).kind() == Parameter.Kind.QUERY;
    }

    /** Returns a length of time as its seconds; other letters after digits, such as {@code 12am}, as a word. */
    private Argument length(Token token) {
        int letters = Words.numberEnd(token.text(), 0);
        var amount = Double.parseDouble(token.text().substring(0, letters));
        double unit = switch (token.text().substring(letters)) {
            case "ms" -> 0.001;
            case "s" -> 1;
            case "m" -> 60;
            case "h" -> 3600;
            case "d" -> 86_400;
            case "w" -> 604_800;
            default -> 0;
        };
        // a bucket is at least a second wide
        return unit == 0 || Double.isInfinite(amount * unit)
                ? new Argument.Word(token.text())
                : new NumberValue(unit < 1 ? Math.max(1, Math.round(amount * unit)) : amount * unit);
    }
}
