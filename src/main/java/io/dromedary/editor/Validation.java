// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

import io.dromedary.autocomplete.Lookup;
import io.dromedary.instance.Instance;
import io.dromedary.metricql.syntax.Parsed;
import io.dromedary.metricql.tree.MetricQuery;
import java.util.List;

/**
 * A text to be judged.
 *
 * @param queries the metric queries in it, from left to right
 * @param lookups the lists that tell whether its metrics and tags are there
 * @param described metrics whose type matters
 */
public record Validation(
        Instance instance, Parsed parsed, List<MetricQuery> queries, List<Lookup> lookups, List<String> described) {

    public Validation {
        queries = List.copyOf(queries);
        lookups = List.copyOf(lookups);
        described = List.copyOf(described);
    }
}
