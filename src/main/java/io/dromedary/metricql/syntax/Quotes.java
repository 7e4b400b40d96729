// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.syntax;

import io.dromedary.metricql.tree.VariableText;
import java.util.Locale;
import java.util.Set;

/** Texts with and without their quotes. */
final class Quotes {

    private static final Set<String> KEYWORDS = Set.of("and", "or", "not", "in", "by");

    private Quotes() {}

    /** Returns whether a word is an operator between filters, in either case. */
    static boolean isKeyword(String word) {
        return KEYWORDS.contains(word.toLowerCase(Locale.ROOT));
    }

    static boolean isQuoted(String text) {
        return !text.isEmpty() && (text.charAt(0) == '\'' || text.charAt(0) == '"');
    }

    /** Returns a text without quotes and escapes; one that has none stays as it is. */
    static String strip(String text) {
        if (!isQuoted(text)) {
            return text;
        }
        int end = Words.isClosed(text, 0, text.length()) ? text.length() - 1 : text.length();
        var plain = new StringBuilder();
        for (int i = 1; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < end) {
                i++;
                c = text.charAt(i);
            }
            plain.append(c);
        }
        return plain.toString();
    }

    /** Returns a text in quotes: single ones, unless it holds one. */
    static String quote(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        return quote(text, quote);
    }

    private static String quote(String text, char quote) {
        var quoted = new StringBuilder().append(quote);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == quote || c == '\\') {
                quoted.append('\\');
            }
            quoted.append(c);
        }
        return quoted.append(quote).toString();
    }

    /** Returns a tag's key as it is written in braces. */
    static String key(String key) {
        boolean bare = !isKeyword(key) && !key.equals("*") && key.indexOf('=') < 0 && colon(key) < 0 && isBare(key);
        return bare ? key : quote(key, '"');
    }

    /** Returns a tag's value as it is written in braces: in double quotes where a bare word would end early. */
    static String value(String value) {
        return isBare(value) ? value : quote(value, '"');
    }

    private static boolean isBare(String text) {
        boolean foreignSign = text.contains("&&") || text.contains("||") || text.contains("!=");
        if (text.isEmpty() || isQuoted(text) || foreignSign || text.startsWith("!") || isCommentStart(text)) {
            return false;
        }
        for (int at = 0; at < text.length(); at++) {
            int variable = VariableText.end(text, at);
            if (variable > at) {
                at = variable - 1;
                continue;
            }
            char c = text.charAt(at);
            boolean quoteInside = (c == '"' || c == '\'') && text.charAt(Math.max(0, at - 1)) == ':';
            if (",(){}".indexOf(c) >= 0 || Words.isBlank(c) || quoteInside) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCommentStart(String text) {
        return text.startsWith("//") || text.startsWith("/*");
    }

    /** Returns the offset of the colon between key and value, or -1; colons in variables and quotes do not count. */
    static int colon(String word) {
        int at = 0;
        if (isQuoted(word)) {
            at = Words.quotedEnd(word, 0, word.charAt(0));
        }
        while (at < word.length()) {
            int variable = VariableText.end(word, at);
            if (variable > at) {
                at = variable;
            } else if (word.charAt(at) == ':') {
                return at;
            } else {
                at++;
            }
        }
        return -1;
    }
}
