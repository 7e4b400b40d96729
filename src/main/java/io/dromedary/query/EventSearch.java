// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import io.dromedary.metricql.change.Filter;
import io.dromedary.metricql.change.VariableValue;
import io.dromedary.product.EventProduct;
import java.util.List;
import java.util.Map;

/**
 * Which events a query is about.
 *
 * @param text search as written, with the dashboard's variables in it; may be empty
 * @param filters to be added to the search
 * @param variables what the dashboard's variables in the text stand for
 * @param storage {@code indexes}, {@code online-archives} or {@code flex}; of use for logs only
 * @param indexes names of log indexes, {@code *} for all; of use for logs only
 */
public record EventSearch(
        EventProduct product,
        String text,
        List<Filter> filters,
        Map<String, VariableValue> variables,
        String storage,
        List<String> indexes) {

    /** Where Datadog keeps logs. */
    public static final List<String> STORAGES = List.of("indexes", "online-archives", "flex");

    public EventSearch {
        filters = List.copyOf(filters);
        variables = Map.copyOf(variables);
        indexes = List.copyOf(indexes);
    }
}
