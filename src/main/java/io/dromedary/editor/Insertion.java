// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

/** Makes what is inserted fit what stands around it: no second bracket, colon or quotation mark. */
final class Insertion {

    private Insertion() {}

    /**
     * Returns what to write between two offsets of a text. Example: {@code top(} is {@code top} where a bracket
     * follows, {@code 'mean'} is {@code mean'} behind an opening quotation mark.
     */
    static String fit(String text, int from, int to, String insert) {
        var fitting = insert;
        if (isQuote(fitting, 0) && from > 0 && text.charAt(from - 1) == fitting.charAt(0)) {
            fitting = fitting.substring(1);
        }
        for (int length = signs(fitting); length > 0; length--) {
            var end = fitting.substring(fitting.length() - length);
            if (text.startsWith(end, to) || (text.startsWith("(", to) && end.equals("()"))) {
                return fitting.substring(0, fitting.length() - length);
            }
        }
        return fitting;
    }

    private static boolean isQuote(String text, int at) {
        return text.length() > at + 1 && (text.charAt(at) == '\'' || text.charAt(at) == '"');
    }

    /** Returns how many signs stand at the end; a word that is nothing but signs has none to spare. */
    private static int signs(String text) {
        int length = 0;
        while (length < text.length() && "(){:'\" ".indexOf(text.charAt(text.length() - 1 - length)) >= 0) {
            length++;
        }
        return length == text.length() ? 0 : length;
    }
}
