// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.search;

/** The text of a search and how far it is read. Confined to one search. */
final class SearchText {

    private final String text;
    private int at;

    SearchText(String text) {
        this.text = text;
    }

    boolean isAtEnd() {
        skipSpace();
        return at == text.length();
    }

    /** Whether the next character after any space is this one. */
    boolean isAt(char wanted) {
        skipSpace();
        return isRightAt(wanted);
    }

    /** Whether the next character is this one. */
    boolean isRightAt(char wanted) {
        return at < text.length() && text.charAt(at) == wanted;
    }

    boolean take(char wanted) {
        boolean found = isAt(wanted);
        at += found ? 1 : 0;
        return found;
    }

    boolean takeColon() {
        boolean found = isRightAt(':');
        at += found ? 1 : 0;
        return found;
    }

    /** A minus that belongs to what follows. */
    boolean takeMinus() {
        boolean found = (isAt('-') || isAt('!')) && at + 1 < text.length() && !isSpace(text.charAt(at + 1));
        at += found ? 1 : 0;
        return found;
    }

    /** A word in capitals that stands alone. */
    boolean takeKeyword(String word) {
        skipSpace();
        int end = at + word.length();
        boolean found = text.startsWith(word, at) && (end == text.length() || isDelimiter(text.charAt(end)));
        at = found ? end : at;
        return found;
    }

    /** Whether something follows that is neither an OR nor the end of a group. */
    boolean hasMoreOfAnAnd() {
        if (isAtEnd() || isRightAt(')')) {
            return false;
        }
        int before = at;
        boolean or = takeKeyword("OR");
        at = before;
        return !or;
    }

    /** A text in quotes; a backslash makes the next character a plain one. */
    Word quoted() {
        take('"');
        var word = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            word.append(escaped());
        }
        if (!take('"')) {
            throw refused("missing closing quote");
        }
        return new Word(word.toString(), false);
    }

    /**
     * A word up to a space or a bracket.
     *
     * @param key whether a colon ends it, too
     */
    Word word(boolean key) {
        skipSpace();
        var word = new StringBuilder();
        boolean pattern = false;
        while (at < text.length() && !isDelimiter(text.charAt(at)) && !(key && text.charAt(at) == ':')) {
            pattern |= text.charAt(at) == '*' || text.charAt(at) == '?';
            word.append(escaped());
        }
        if (word.length() == 0) {
            throw isAtEnd() ? refused("query ends too early") : unexpected();
        }
        return new Word(word.toString(), pattern);
    }

    private char escaped() {
        char next = text.charAt(at++);
        return next == '\\' && at < text.length() ? text.charAt(at++) : next;
    }

    RefusedSearchException unexpected() {
        return refused("unexpected '" + text.charAt(at) + "'");
    }

    RefusedSearchException refused(String message) {
        return new RefusedSearchException(message, at);
    }

    private void skipSpace() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c);
    }

    private static boolean isDelimiter(char c) {
        return isSpace(c) || c == '(' || c == ')' || c == '"' || c == '[' || c == ']' || c == '{' || c == '}';
    }
}
