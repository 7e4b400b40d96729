// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.metricql.split.QueryFacts;
import io.dromedary.metricql.tree.Expression;
import io.dromedary.metricql.tree.Leaves;
import io.dromedary.query.LegendTemplate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The name under which a series is shown.
 *
 * <p>In a template, <code>{{host}}</code> is the series' value of that tag, and <code>{{metric}}</code>, <code>
 * {{scope}}</code>, <code>{{aggr}}</code> and <code>{{expression}}</code> are parts of the query; a tag of such a name
 * goes first. Anything unknown is empty. Without a template, or where nothing of it is left, a grouped series is called
 * by its tag values in the order of their keys ({@code host-1, prod}) and a single one by its query.
 */
final class Legend {

    private final String template;
    private final String expression;
    private final Optional<QueryFacts> query;

    /**
     * @param name how the expression is written
     * @param expression what is asked; {@code metric}, {@code scope} and {@code aggr} are those of its first metric
     */
    Legend(String template, String name, Expression expression) {
        this.template = template;
        this.expression = name;
        query = Leaves.queries(expression).stream().findFirst().map(QueryFacts::of);
    }

    /** @param labels the series' tags */
    String name(SortedMap<String, String> labels) {
        var name = LegendTemplate.fill(template, key -> value(key, labels));
        return name.isEmpty() ? defaultName(labels) : name;
    }

    private String defaultName(SortedMap<String, String> labels) {
        return labels.isEmpty() ? expression : String.join(", ", labels.values());
    }

    private String value(String key, SortedMap<String, String> labels) {
        var tag = labels.get(key);
        if (tag != null) {
            return tag;
        }
        return switch (key) {
            case "metric" -> query.map(QueryFacts::metric).orElse("");
            case "scope" -> scope(labels);
            case "aggr" -> query.map(QueryFacts::aggregator).orElse("");
            case "expression" -> expression;
            default -> "";
        };
    }

    /** The series' own tags as Datadog writes a scope; those of the query where it is not grouped. */
    private String scope(Map<String, String> labels) {
        if (labels.isEmpty()) {
            return query.map(QueryFacts::scope).orElse("");
        }
        return String.join(
                ",",
                labels.entrySet().stream()
                        .map(label -> label.getKey() + ":" + label.getValue())
                        .toList());
    }
}
