// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name under which a series is shown.
 *
 * <p>In a template, <code>{{host}}</code> is the series' value of that tag, and <code>{{metric}}</code>, <code>
 * {{scope}}</code>, <code>{{aggr}}</code> and <code>{{expression}}</code> are parts of the query; a tag of such a name
 * goes first. Anything unknown is empty. Without a template, or where nothing of it is left, a grouped series is called
 * by its tag values in the order of their keys ({@code host-1, prod}) and a single one by its query.
 */
final class Legend {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]{0,200})}}");

    private final String template;
    private final QueryText query;

    Legend(String template, QueryText query) {
        this.template = template.strip();
        this.query = query;
    }

    /** @param labels the series' tags */
    String name(SortedMap<String, String> labels) {
        var name = PLACEHOLDER
                .matcher(template)
                .replaceAll(
                        match -> Matcher.quoteReplacement(value(match.group(1).strip(), labels)))
                .strip();
        return name.isEmpty() ? defaultName(labels) : name;
    }

    private String defaultName(SortedMap<String, String> labels) {
        return labels.isEmpty() ? query.expression() : String.join(", ", labels.values());
    }

    private String value(String key, SortedMap<String, String> labels) {
        var tag = labels.get(key);
        if (tag != null) {
            return tag;
        }
        return switch (key) {
            case "metric" -> query.metric();
            case "scope" -> scope(labels);
            case "aggr" -> query.aggregator();
            case "expression" -> query.expression();
            default -> "";
        };
    }

    /** The series' own tags as Datadog writes a scope; those of the query where it is not grouped. */
    private String scope(Map<String, String> labels) {
        if (labels.isEmpty()) {
            return query.scope();
        }
        return String.join(
                ",",
                labels.entrySet().stream()
                        .map(label -> label.getKey() + ":" + label.getValue())
                        .toList());
    }
}
