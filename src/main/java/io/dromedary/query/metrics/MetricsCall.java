// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.query.Query;
import io.dromedary.query.QueryGroup;
import io.dromedary.query.Window;
import java.util.List;

/**
 * What one call asks Datadog: several queries over one window.
 *
 * @param texts the queries in Datadog's language, each once, in the order of the panel
 */
public record MetricsCall(List<String> texts, Window window) {

    public MetricsCall {
        texts = List.copyOf(texts);
    }

    /** Returns the call that answers a whole group; equal texts are asked once. */
    public static MetricsCall of(QueryGroup group) {
        return new MetricsCall(
                metrics(group).stream().map(Query.Metrics::text).distinct().toList(), group.window());
    }

    /** Returns the queries of a group of metric queries. */
    static List<Query.Metrics> metrics(QueryGroup group) {
        return group.queries().stream().map(Query.Metrics.class::cast).toList();
    }
}
