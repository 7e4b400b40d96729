// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.syntax;

import io.dromedary.metricql.tree.VariableText;

/** Where the words of the language end. All methods take an offset and return one. */
final class Words {

    private Words() {}

    /** Returns a character, or a space behind the end. */
    static char charAt(String text, int at) {
        return at < text.length() ? text.charAt(at) : ' ';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    /**
     * Returns the end of the name at an offset, or the offset: letters, digits, _, dots, variables. A modifier is no
     * part of it.
     */
    static int nameEnd(String text, int from) {
        int at = from;
        boolean variable = VariableText.end(text, from) > from;
        if (!variable && !isNameStart(charAt(text, from))) {
            return from;
        }
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = VariableText.end(text, at);
            if (end > at) {
                at = end;
            } else if (c == '.' && isModifier(text, at)) {
                return at;
            } else if (isNameStart(c) || isDigit(c) || c == '.') {
                at++;
            } else {
                break;
            }
        }
        return at;
    }

    /** Returns whether a dot begins a modifier, as in {@code $A.rollup(sum)}: a word and a bracket follow. */
    private static boolean isModifier(String text, int dot) {
        int at = dot + 1;
        while (isNameStart(charAt(text, at)) || isDigit(charAt(text, at))) {
            at++;
        }
        return at > dot + 1 && charAt(text, at) == '(';
    }

    /** Returns the end of the number at an offset: digits, a fraction, an exponent. */
    static int numberEnd(String text, int from) {
        int at = digits(text, from);
        if (charAt(text, at) == '.' && isDigit(charAt(text, at + 1))) {
            at = digits(text, at + 1);
        }
        if (charAt(text, at) == 'e' || charAt(text, at) == 'E') {
            int sign = charAt(text, at + 1) == '-' || charAt(text, at + 1) == '+' ? 1 : 0;
            int end = digits(text, at + 1 + sign);
            return end > at + 1 + sign ? end : at;
        }
        return at;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (isDigit(charAt(text, at))) {
            at++;
        }
        return at;
    }

    /** Returns the end of the word at an offset inside braces. */
    static int wordEnd(String text, int from) {
        int at = from;
        boolean quotable = true;
        while (at < text.length()) {
            char c = text.charAt(at);
            int variable = VariableText.end(text, at);
            if (variable > at) {
                at = variable;
            } else if (quotable && (c == '"' || c == '\'')) {
                at = quotedEnd(text, at, c);
            } else if (isWordEnd(c)) {
                break;
            } else {
                at++;
            }
            quotable = c == ':';
        }
        return at == from ? from + 1 : at;
    }

    private static boolean isWordEnd(char c) {
        return c == ',' || c == '(' || c == ')' || c == '{' || c == '}' || isBlank(c);
    }

    /** Returns whether a character separates words. */
    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Returns the end of a quoted text, its closing quote included; the end of the line when it has none. */
    static int quotedEnd(String text, int from, char quote) {
        int at = from + 1;
        while (at < text.length() && text.charAt(at) != '\n') {
            char c = text.charAt(at++);
            if (c == quote) {
                return at;
            }
            if (c == '\\' && at < text.length() && text.charAt(at) != '\n') {
                at++;
            }
        }
        return at;
    }

    static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    /** Returns whether a quoted text ends with its quote. */
    static boolean isClosed(String text, int from, int to) {
        int escapes = 0;
        while (to - 2 - escapes > from && text.charAt(to - 2 - escapes) == '\\') {
            escapes++;
        }
        return to > from + 1 && text.charAt(to - 1) == text.charAt(from) && escapes % 2 == 0;
    }
}
