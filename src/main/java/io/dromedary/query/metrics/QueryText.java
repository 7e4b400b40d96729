// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import java.util.regex.Pattern;

/**
 * What a legend wants to know of a query's text, read by looking and not by parsing: the first thing that looks like
 * {@code avg:metric{scope}}. Works on any text, in linear time; what is not found is empty.
 *
 * @param expression the whole text on one line
 * @param aggregator for example {@code avg}; may be left out in the language
 * @param metric for example {@code system.cpu.user}
 * @param scope what is between the braces, for example {@code env:prod}
 */
record QueryText(String expression, String aggregator, String metric, String scope) {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern BEFORE_SCOPE =
            Pattern.compile("(?:(?<aggregator>[a-z0-9]{1,20})\\s*:)?\\s*(?<metric>[A-Za-z][\\w.]{0,199})\\s*$");
    private static final Pattern ROLLUP = Pattern.compile("\\.\\s*rollup\\s*\\(");

    /** As much text before a scope as an aggregator and a metric's name can fill. */
    private static final int LOOK_BACK = 250;

    static QueryText of(String text) {
        var expression = SPACE.matcher(text.strip()).replaceAll(" ");
        var open = expression.indexOf('{');
        if (open < 0) {
            return new QueryText(expression, "", "", "");
        }
        var before = BEFORE_SCOPE.matcher(expression.substring(Math.max(0, open - LOOK_BACK), open));
        var close = expression.indexOf('}', open);
        var scope = expression.substring(open + 1, close < 0 ? expression.length() : close);
        if (!before.find()) {
            return new QueryText(expression, "", "", scope.strip());
        }
        var aggregator = before.group("aggregator");
        return new QueryText(expression, aggregator == null ? "" : aggregator, before.group("metric"), scope.strip());
    }

    /** Returns whether the query chooses the width of its points itself. */
    boolean hasRollup() {
        return ROLLUP.matcher(expression).find();
    }
}
