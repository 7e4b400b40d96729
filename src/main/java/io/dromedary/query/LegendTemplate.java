// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The template of a legend: text with parts such as <code>{{host}}</code>. */
public final class LegendTemplate {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]{0,200})}}");

    private LegendTemplate() {}

    /**
     * Returns the template with its parts filled in; empty when there is no template, or nothing of it is left.
     *
     * @param values what a part stands for, null for what is unknown and left out
     */
    public static String fill(String template, Function<String, @Nullable String> values) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(match -> {
                    var value = values.apply(match.group(1).strip());
                    return Matcher.quoteReplacement(value == null ? "" : value);
                })
                .strip();
    }
}
