// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.syntax;

import io.dromedary.metricql.Span;
import io.dromedary.metricql.tree.Condition;
import io.dromedary.metricql.tree.VariableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Reads one filter: {@code *}, {@code key:value}, {@code key}, {@code key IN (a,b)}, {@code key NOT IN (a,b)}. */
final class TagParser {

    private final TokenReader reader;
    private final Consumer<Token> wordUsed;

    /** @param wordUsed is told each operator that is a word */
    TagParser(TokenReader reader, Consumer<Token> wordUsed) {
        this.reader = reader;
        this.wordUsed = wordUsed;
    }

    static boolean isKeyword(Token token, String word) {
        return token.kind() == TokenKind.WORD
                && token.text().toLowerCase(Locale.ROOT).equals(word);
    }

    Condition read() {
        var token = reader.peek();
        if (token.kind() != TokenKind.WORD || Quotes.isKeyword(token.text())) {
            reader.expected("a filter such as env:prod, or *");
            return reader.spans().mark(new Condition.Absent(), new Span(token.from(), token.from()));
        }
        reader.next();
        checkQuotes(token);
        checkSigns(token);
        int colon = Quotes.colon(token.text());
        if (colon >= 0) {
            return tag(token, colon);
        }
        if (isKeyword(reader.peek(), "in")) {
            wordUsed.accept(reader.next());
            return in(token, false);
        }
        if (isKeyword(reader.peek(), "not") && isKeyword(reader.peek(1), "in")) {
            wordUsed.accept(reader.next());
            reader.next();
            return in(token, true);
        }
        return alone(token);
    }

    private void checkQuotes(Token token) {
        int value = Math.max(0, Quotes.colon(token.text()) + 1);
        var text = token.text().substring(value);
        if (Quotes.isQuoted(text) && !Words.isClosed(text, 0, text.length())) {
            reader.problem(token.span(), "expected " + text.charAt(0) + " to end the text in quotes");
        }
    }

    /** Other languages' signs, which a bare word would swallow. */
    private void checkSigns(Token token) {
        var text = token.text();
        int value = Quotes.colon(text) + 1;
        int end = Quotes.isQuoted(text.substring(value)) ? value : text.length();
        boolean mayHoldEquals = value > 0 || !VariableText.all(text).isEmpty();
        for (int at = 0; at < end; at++) {
            var place = new Span(token.from() + at, token.from() + Math.min(at + 2, text.length()));
            if (text.startsWith("&&", at)) {
                reader.problem(place, "expected AND or a comma between the filters, found &&");
            } else if (text.startsWith("||", at)) {
                reader.problem(place, "expected OR between the filters, found ||");
            } else if (text.startsWith("!=", at)) {
                reader.problem(place, "expected ! before the key, as in !env:prod, found !=");
            } else if (text.charAt(at) == '=' && !mayHoldEquals) {
                reader.problem(new Span(place.from(), place.from() + 1), "expected : between key and value, found =");
            } else {
                continue;
            }
            return;
        }
    }

    private Condition alone(Token token) {
        if (token.text().equals("*")) {
            return reader.spans().mark(new Condition.Everything(), token.span());
        }
        return reader.spans().mark(new Condition.Tag(Quotes.strip(token.text()), null), token.span());
    }

    private Condition tag(Token token, int colon) {
        var key = Quotes.strip(token.text().substring(0, colon));
        var name = new Span(token.from(), token.from() + colon);
        var value = token.text().substring(colon + 1);
        if (key.isEmpty() || key.equals("*")) {
            reader.problem(name, "expected a tag key before the colon");
        }
        if (value.isEmpty()) {
            value = laterValue(key);
        } else if (value.equals("\"\"") || value.equals("''")) {
            reader.problem(new Span(name.to() + 1, token.to()), "expected a value after " + key + ":, found " + value);
        }
        var plain = Quotes.strip(value);
        var tag = new Condition.Tag(key, plain);
        return reader.spans().mark(tag, reader.since(token.from()), name, List.of());
    }

    /** Returns the value after a colon and a space, which Datadog's own pages write now and then. */
    private String laterValue(String key) {
        var token = reader.peek();
        if (token.kind() == TokenKind.WORD && Quotes.colon(token.text()) < 0 && !Quotes.isKeyword(token.text())) {
            reader.next();
            checkQuotes(token);
            return token.text();
        }
        reader.expected("a value after " + key + ":");
        return "";
    }

    private Condition in(Token key, boolean negated) {
        var values = new ArrayList<String>();
        var spans = new ArrayList<Span>();
        if (reader.require(TokenKind.OPEN, "after IN")) {
            do {
                value(values, spans);
            } while (reader.accept(TokenKind.COMMA));
            reader.require(TokenKind.CLOSE, "to close the values");
        }
        var in = new Condition.In(Quotes.strip(key.text()), values, negated);
        return reader.spans().mark(in, reader.since(key.from()), key.span(), spans);
    }

    private void value(List<String> values, List<Span> spans) {
        var token = reader.peek();
        if (token.kind() == TokenKind.BANG) {
            reader.problem(
                    token.span(), "filters are written in words or in symbols (, !), not in both: ! does not fit");
            reader.next();
            token = reader.peek();
        }
        if (!reader.accept(TokenKind.WORD)) {
            reader.expected("a value");
            return;
        }
        checkQuotes(token);
        values.add(Quotes.strip(token.text()));
        spans.add(token.span());
    }
}
