// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.change;

import io.dromedary.metricql.RefusedException;
import java.util.List;
import java.util.regex.Pattern;

/** Regular expressions as far as Datadog's wildcards can say them. */
public final class Wildcards {

    /** Of a regular expression, what no wildcard can say. */
    private static final Pattern NO_WILDCARD = Pattern.compile("[\\[\\]^$+?()\\\\{}]");

    private Wildcards() {}

    /**
     * Returns the alternatives of an expression, with {@code *} for what may be anything.
     *
     * @param key what is compared, for the message
     * @throws RefusedException if wildcards cannot say it
     */
    public static List<String> of(String key, String expression) {
        var bare = expression;
        if (bare.startsWith("^")) {
            bare = bare.substring(1);
        }
        if (bare.endsWith("$")) {
            bare = bare.substring(0, bare.length() - 1);
        }
        if (bare.startsWith("(") && bare.endsWith(")") && bare.indexOf(')') == bare.length() - 1) {
            bare = bare.substring(1, bare.length() - 1);
        }
        var plain =
                bare.replace(".*", "*").replace(".+", "*").replace("\\.", ".").replace("\\-", "-");
        if (NO_WILDCARD.matcher(plain).find()) {
            throw new RefusedException("the filter " + key + " =~ " + expression
                    + " is a regular expression Datadog has no wildcard for: use * and |");
        }
        return List.of(plain.split("\\|", -1));
    }
}
