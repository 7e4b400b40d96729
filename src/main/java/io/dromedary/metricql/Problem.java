// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql;

/**
 * Something wrong with a text, and where.
 *
 * @param from first UTF-16 code unit concerned
 * @param to first code unit after it; equal to {@code from} where something is missing
 * @param message one sentence for the user, without a full stop; at most {@value #LONGEST_MESSAGE} characters
 */
public record Problem(int from, int to, Severity severity, String message) {

    /** How many of a text are told: nobody reads more. */
    public static final int MOST = 100;

    private static final int LONGEST_MESSAGE = 300;

    /** Names in a message are the user's, and may be anything somebody has pasted. */
    public Problem {
        message = shortened(message, LONGEST_MESSAGE);
    }

    /** Returns a text of at most so many code units, for a message; no character is cut in two. */
    public static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** How bad it is: Datadog would refuse an error, and would run a query with a warning. */
    public enum Severity {
        ERROR,
        WARNING;

        /** Returns the name used in JSON. */
        public String wireName() {
            return switch (this) {
                case ERROR -> "error";
                case WARNING -> "warning";
            };
        }
    }

    /** Returns a problem because of which the query is refused. */
    public static Problem error(Span at, String message) {
        return new Problem(at.from(), at.to(), Severity.ERROR, message);
    }

    /** Returns a problem with which the query runs, but hardly as meant. */
    public static Problem warning(Span at, String message) {
        return new Problem(at.from(), at.to(), Severity.WARNING, message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
