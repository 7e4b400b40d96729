// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.search;

import io.dromedary.sandbox.text.Glob;
import java.util.Locale;

/**
 * A value or a piece of free text as it is written in a search.
 *
 * @param text without quotes and backslashes
 * @param pattern whether its {@code *} and {@code ?} are wildcards
 */
record Word(String text, boolean pattern) {

    boolean isStar() {
        return pattern && text.equals("*");
    }

    Word lowered() {
        return new Word(text.toLowerCase(Locale.ROOT), pattern);
    }

    /** Whether a whole value is meant. */
    boolean is(Object value) {
        String other = value.toString();
        if (pattern) {
            return Glob.matches(text, other);
        }
        return text.equals(other) || (value instanceof Number number && isNumber(number.doubleValue()));
    }

    private boolean isNumber(double value) {
        var own = Range.number(text);
        return own != null && own == value;
    }

    /** Whether it stands in a text, as words of their own; case does not matter. */
    boolean isIn(String where) {
        String text = lowered().text();
        String inside = where.toLowerCase(Locale.ROOT);
        if (pattern) {
            for (var token : inside.split("[^\\p{Alnum}_.:/@-]+", -1)) {
                if (Glob.matches(text, token)) {
                    return true;
                }
            }
            return false;
        }
        if (text.isEmpty()) {
            return true;
        }
        for (int at = inside.indexOf(text); at >= 0; at = inside.indexOf(text, at + 1)) {
            if (isEdge(inside, at - 1, text, 0) && isEdge(inside, at + text.length(), text, text.length() - 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEdge(String inside, int outer, String text, int inner) {
        return outer < 0
                || outer >= inside.length()
                || !Character.isLetterOrDigit(inside.charAt(outer))
                || !Character.isLetterOrDigit(text.charAt(inner));
    }
}
