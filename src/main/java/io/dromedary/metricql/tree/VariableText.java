// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dashboard variables inside a text, in all the ways they are written: {@code $name}, {@code ${name}},
 * {@code ${name:format}}, {@code [[name]]}, {@code [[name:format]]}, and Datadog's {@code $name.value} and
 * {@code $name.key}.
 */
public final class VariableText {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?:\\.[\\w.]+)?(?::[^}{\\s]*)?}"
            + "|\\[\\[(\\w+)(?::[^\\[\\]\\s]*)?]]"
            + "|\\$([A-Za-z_]\\w*)(?:\\.(?:value|key)(?![\\w.]))?");

    private VariableText() {}

    /** A variable found in a text. */
    public record Found(String name, int from, int to) {}

    /** Returns where the variable that begins at an offset ends, or the offset itself when none begins there. */
    public static int end(String text, int from) {
        char first = from < text.length() ? text.charAt(from) : ' ';
        if (first != '$' && first != '[') {
            return from;
        }
        var matcher = VARIABLE.matcher(text).region(from, text.length());
        return matcher.lookingAt() ? matcher.end() : from;
    }

    /** Returns all variables of a text, in its order. */
    public static List<Found> all(String text) {
        var found = new ArrayList<Found>();
        if (text.indexOf('$') < 0 && text.indexOf('[') < 0) {
            return found;
        }
        var matcher = VARIABLE.matcher(text);
        while (matcher.find()) {
            found.add(new Found(nameOf(matcher), matcher.start(), matcher.end()));
        }
        return found;
    }

    /** Returns the text with each variable replaced by what the function makes of its name. */
    public static String replace(String text, Function<String, String> values) {
        return VARIABLE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(values.apply(nameOf(match))));
    }

    private static String nameOf(MatchResult match) {
        for (int group = 1; group <= 3; group++) {
            var name = match.group(group);
            if (name != null) {
                return name;
            }
        }
        throw new IllegalStateException("a variable without a name");
    }
}
