// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.text;

/** Texts with wildcards: {@code *} stands for any text, {@code ?} for one character. */
public final class Glob {

    private Glob() {}

    /** Whether the whole text is like the pattern; takes at most their lengths' product of steps. */
    public static boolean matches(String pattern, String text) {
        return matches(pattern, text, '*', '?');
    }

    /** The same with other wildcards: {@code any} stands for any text, {@code one} for one character. */
    public static boolean matches(String pattern, String text, char any, char one) {
        int p = 0;
        int t = 0;
        int star = -1;
        int mark = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == any) {
                star = p++;
                mark = t;
            } else if (p < pattern.length() && (pattern.charAt(p) == one || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                // the last star takes one character more
                p = star + 1;
                t = ++mark;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == any) {
            p++;
        }
        return p == pattern.length();
    }
}
