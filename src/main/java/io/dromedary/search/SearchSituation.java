// SPDX-License-Identifier: Apache-2.0
package io.dromedary.search;

import io.dromedary.search.SearchLexer.Kind;
import io.dromedary.search.SearchLexer.Token;
import java.util.ArrayDeque;
import java.util.List;

/**
 * What may stand at a cursor.
 *
 * @param facet whose values may stand there; empty where a facet may, or a word
 * @param prefix what is written of it already, up to the cursor
 * @param from where the text to be replaced begins
 * @param to where it ends
 * @param operator whether AND or OR may stand there, too
 */
public record SearchSituation(String facet, String prefix, int from, int to, boolean operator) {

    public boolean isValue() {
        return !facet.isEmpty();
    }

    /**
     * Returns what may stand at a place of a search, finished or not.
     *
     * @param cursor offset in UTF-16 code units
     */
    public static SearchSituation at(String text, int cursor) {
        var open = new ArrayDeque<String>();
        Token before = null;
        for (var token : new SearchLexer(text).tokens()) {
            if (token.kind() == Kind.END || token.from() >= cursor) {
                break;
            }
            if (cursor <= token.to() && token.kind() == Kind.TERM) {
                return inTerm(text, cursor, token, enclosing(open), isTerm(before));
            }
            switch (token.kind()) {
                case VALUES -> open.push(text.substring(token.from(), token.colon()));
                case OPEN -> open.push("");
                case CLOSE -> open.poll();
                case AND, OR, NOT, TERM, END -> {}
            }
            if (cursor <= token.to() && List.of(Kind.AND, Kind.OR, Kind.NOT).contains(token.kind())) {
                var isWord = !text.substring(token.from(), token.to()).equals("-");
                return isWord
                        ? new SearchSituation(
                                enclosing(open), text.substring(token.from(), cursor), token.from(), token.to(), true)
                        : new SearchSituation(enclosing(open), "", cursor, cursor, false);
            }
            before = token;
        }
        return new SearchSituation(enclosing(open), "", cursor, cursor, isTerm(before));
    }

    private static SearchSituation inTerm(String text, int cursor, Token token, String facet, boolean operator) {
        if (token.colon() < 0) {
            return new SearchSituation(
                    facet, unquoted(text.substring(token.from(), cursor)), token.from(), token.to(), operator);
        }
        if (cursor > token.colon()) {
            var from = token.colon() + 1;
            return new SearchSituation(
                    text.substring(token.from(), token.colon()),
                    unquoted(text.substring(from, cursor)),
                    from,
                    token.to(),
                    false);
        }
        return new SearchSituation("", text.substring(token.from(), cursor), token.from(), token.colon(), operator);
    }

    /** Returns the facet whose values the innermost brackets hold; empty for brackets of another kind. */
    private static String enclosing(ArrayDeque<String> open) {
        var innermost = open.peek();
        return innermost == null ? "" : innermost;
    }

    private static boolean isTerm(@org.jspecify.annotations.Nullable Token token) {
        return token != null && (token.kind() == Kind.TERM || token.kind() == Kind.CLOSE);
    }

    private static String unquoted(String text) {
        return text.startsWith("\"") ? text.substring(1) : text;
    }
}
