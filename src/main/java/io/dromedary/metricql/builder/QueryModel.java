// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.builder;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query as a form shows it: queries of one metric each, and a formula over their names. Plain records, ready for
 * JSON; missing lists and texts count as empty.
 *
 * @param formula such as {@code a / b * 100}; empty for the only query
 */
public record QueryModel(List<Part> queries, String formula) {

    public QueryModel {
        queries = orEmpty(queries);
        formula = orEmpty(formula);
    }

    /**
     * One metric with what is done to it.
     *
     * @param name {@code a}, {@code b}, …, by which the formula knows it
     * @param aggregator such as {@code avg}; empty for Datadog's default
     * @param groupBy tag keys
     * @param modifiers after the query, in order, such as {@code rollup} with {@code sum} and {@code 60}
     * @param functions round the query, the innermost first; the query itself is not among the arguments
     */
    public record Part(
            String name,
            String metric,
            String aggregator,
            List<TagFilter> filters,
            List<String> groupBy,
            List<Step> modifiers,
            List<Step> functions) {

        public Part {
            name = orEmpty(name);
            metric = orEmpty(metric);
            aggregator = orEmpty(aggregator);
            filters = orEmpty(filters);
            groupBy = orEmpty(groupBy);
            modifiers = orEmpty(modifiers);
            functions = orEmpty(functions);
        }
    }

    /**
     * A filter; all of a query's filters hold at once.
     *
     * @param operator {@code =}, {@code !=}, {@code =|} (one of), {@code !=|} (none of); {@code tag} and {@code !tag}
     *     for a tag without a value, or a variable that stands for whole filters
     * @param values one for {@code =} and {@code !=}, none for {@code tag} and {@code !tag}
     */
    public record TagFilter(String key, String operator, List<String> values) {
        public TagFilter {
            key = orEmpty(key);
            operator = orEmpty(operator);
            values = orEmpty(values);
        }
    }

    /**
     * A function or modifier.
     *
     * @param arguments as written, texts in quotes
     */
    public record Step(String name, List<String> arguments) {
        public Step {
            name = orEmpty(name);
            arguments = orEmpty(arguments);
        }
    }

    /** JSON may leave any field out. */
    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
