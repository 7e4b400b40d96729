// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.api.RefusedCallException;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Reads a search over a list: {@code status:(alert OR warn) -tag:"team:web" cpu}. Terms that stand side by side must
 * all hold; {@code OR}, {@code AND}, {@code NOT}, {@code -} and parentheses as usual.
 */
final class ListSearch {

    private static final int DEEPEST = 40;
    private static final int LONGEST = 4_000;

    private final String query;
    private final BiConsumer<String, String> check;
    private int position;
    private int depth;

    private ListSearch(String query, BiConsumer<String, String> check) {
        this.query = query;
        this.check = check;
    }

    /** Reads a query; an empty one and {@code *} find everything. */
    static Predicate<Listed> of(String query) {
        return of(query, (key, value) -> {});
    }

    /** @param check sees each key and value, and refuses what cannot be */
    static Predicate<Listed> of(String query, BiConsumer<String, String> check) {
        if (query.length() > LONGEST) {
            throw error("the query is too long");
        }
        if (query.isBlank() || query.trim().equals("*")) {
            return item -> true;
        }
        var search = new ListSearch(query, check);
        var found = search.any("");
        if (search.position < query.length()) {
            throw error("unexpected ')'");
        }
        return found;
    }

    private static RefusedCallException error(String text) {
        return RefusedCallException.badRequest("Query parsing error: " + text);
    }

    /** @param key what values stand for in {@code key:(a OR b)}, else empty */
    private Predicate<Listed> any(String key) {
        if (++depth > DEEPEST) {
            throw error("too many parentheses");
        }
        var found = all(key);
        while (skip("OR")) {
            found = found.or(all(key));
        }
        depth--;
        return found;
    }

    private Predicate<Listed> all(String key) {
        var found = one(key);
        while (!atEnd() && !peek("OR")) {
            skip("AND");
            found = found.and(one(key));
        }
        return found;
    }

    private Predicate<Listed> one(String key) {
        int negations = 0;
        while (skip("NOT") || skipSign()) {
            negations++;
        }
        var found = plain(key);
        return negations % 2 == 0 ? found : found.negate();
    }

    private Predicate<Listed> plain(String key) {
        if (atEnd()) {
            throw error("something is missing at the end");
        }
        if (query.charAt(position) == '(') {
            position++;
            var inner = any(key);
            if (position >= query.length()) {
                throw error("missing ')'");
            }
            position++;
            return inner;
        }
        String word = word();
        if (word.endsWith(":") && position < query.length() && query.charAt(position) == '(') {
            return plain(word.substring(0, word.length() - 1));
        }
        return term(key, word);
    }

    private Predicate<Listed> term(String key, String word) {
        int colon = key.isEmpty() && !word.startsWith("\"") ? word.indexOf(':') : -1;
        String name = colon > 0 ? word.substring(0, colon) : key;
        String value = (colon > 0 ? word.substring(colon + 1) : word).replace("\"", "");
        if (name.isEmpty()) {
            return item -> item.contains(value);
        }
        check.accept(name, value);
        return item -> item.has(name, value);
    }

    private String word() {
        int start = position;
        boolean quoted = false;
        while (position < query.length()) {
            char letter = query.charAt(position);
            if (letter == '"') {
                quoted = !quoted;
            } else if (!quoted && (Character.isWhitespace(letter) || letter == '(' || letter == ')')) {
                break;
            }
            position++;
        }
        if (quoted) {
            throw error("missing closing quote");
        }
        return query.substring(start, position);
    }

    /** Skips spaces; whether nothing or a closing parenthesis follows. */
    private boolean atEnd() {
        while (position < query.length() && Character.isWhitespace(query.charAt(position))) {
            position++;
        }
        return position >= query.length() || query.charAt(position) == ')';
    }

    private boolean peek(String word) {
        int end = position + word.length();
        return !atEnd()
                && query.startsWith(word, position)
                && (end >= query.length() || !Character.isLetterOrDigit(query.charAt(position + word.length())));
    }

    private boolean skip(String word) {
        boolean found = peek(word);
        position += found ? word.length() : 0;
        return found;
    }

    private boolean skipSign() {
        boolean found = !atEnd() && (query.charAt(position) == '-' || query.charAt(position) == '!');
        position += found ? 1 : 0;
        return found;
    }
}
