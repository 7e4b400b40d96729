// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.syntax;

import io.dromedary.metricql.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads {@code by {host,env}}. */
final class GroupParser {

    private final TokenReader reader;

    GroupParser(TokenReader reader) {
        this.reader = reader;
    }

    /** Tag keys and where they stand; none when there is no {@code by}. */
    record Groups(List<String> keys, List<Span> spans) {}

    Groups read() {
        var keys = new ArrayList<String>();
        var spans = new ArrayList<Span>();
        if (!begins()) {
            return new Groups(keys, spans);
        }
        if (reader.require(TokenKind.OPEN_BRACE, "after by")) {
            do {
                key(keys, spans);
            } while (reader.accept(TokenKind.COMMA) || continues());
            if (!reader.require(TokenKind.CLOSE_BRACE, "to close the group keys")) {
                skip();
            }
        }
        return new Groups(keys, spans);
    }

    private boolean begins() {
        var token = reader.peek();
        // a word when the braces before it were not closed
        boolean by = (token.kind() == TokenKind.NAME || token.kind() == TokenKind.WORD)
                && token.text().toLowerCase(Locale.ROOT).equals("by");
        boolean misspelt = !by && reader.at(TokenKind.NAME, TokenKind.OPEN_BRACE);
        if (misspelt) {
            reader.problem(token.span(), "expected by before the group keys, found " + token.text());
        }
        if (by || misspelt) {
            reader.next();
        }
        return by || misspelt;
    }

    private void key(List<String> keys, List<Span> spans) {
        var token = reader.peek();
        if (!reader.accept(TokenKind.WORD)) {
            reader.expected("a tag key to group by");
            return;
        }
        if (token.text().equals("*")) {
            reader.problem(token.span(), "expected a tag key to group by, found *: leave by out for one series of all");
        } else if (Quotes.colon(token.text()) >= 0) {
            reader.problem(token.span(), "expected a tag key without a value to group by, found " + token.text());
        }
        keys.add(Quotes.strip(token.text()));
        spans.add(token.span());
    }

    private boolean continues() {
        boolean word = reader.at(TokenKind.WORD);
        if (word) {
            reader.expected("a comma between the group keys");
        }
        return word;
    }

    private void skip() {
        while (!reader.atEnd() && !reader.accept(TokenKind.CLOSE_BRACE)) {
            reader.next();
        }
    }
}
