// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.metricql.Problem;
import java.util.List;

/** Problems of a query's text, as the user reads them. */
final class ProblemText {

    private static final int LONGEST = 400;

    private ProblemText() {}

    /**
     * Returns the first error with its place, and how many follow.
     *
     * @param problems at least one is an error
     */
    static String ofErrors(String text, List<Problem> problems) {
        var errors = problems.stream().filter(Problem::isError).toList();
        var first = of(text, errors.get(0));
        var more = errors.size() - 1;
        return more == 0 ? first : first + " (and " + more + " more problem" + (more == 1 ? "" : "s") + ")";
    }

    /** Returns one problem with its place; one that is about the whole text has none. */
    static String of(String text, Problem problem) {
        boolean whole = problem.from() == 0 && problem.to() == text.length();
        return shown(
                "This query cannot be run: " + (whole ? "" : place(text, problem.from()) + ", ") + problem.message());
    }

    private static String place(String text, int offset) {
        var before = text.substring(0, Math.min(offset, text.length()));
        var line = before.chars().filter(c -> c == '\n').count() + 1;
        var character = before.length() - before.lastIndexOf('\n');
        var lines = text.indexOf('\n') >= 0;
        return "at " + (lines ? "line " + line + ", " : "") + "character " + character;
    }

    /** Grafana 7 takes an error text for a printf format, and a query may be long. */
    private static String shown(String text) {
        var harmless = text.replace('%', '\uFF05');
        return harmless.length() <= LONGEST ? harmless : harmless.substring(0, LONGEST) + "\u2026";
    }
}
