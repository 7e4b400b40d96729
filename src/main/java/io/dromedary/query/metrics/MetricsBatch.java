// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.query.Window;
import java.util.List;

/**
 * Queries that are answered by one call: all for time series, or all for scalars with the same group keys.
 *
 * @param queries at least one
 * @param formulas for each query the place of each of its expressions among the call's formulas
 */
public record MetricsBatch(List<ReadyQuery> queries, MetricsCall call, List<List<Integer>> formulas) {

    public MetricsBatch {
        queries = List.copyOf(queries);
        formulas = List.copyOf(formulas);
    }

    static MetricsBatch of(Window window, List<ReadyQuery> queries) {
        return new CallAssembly(window, queries).batch();
    }

    /** Returns as few batches as the limits allow; a query that exceeds them alone travels alone. */
    static List<MetricsBatch> of(Window window, List<ReadyQuery> queries, CallLimits limits) {
        return BatchPacker.pack(queries, limits).stream()
                .map(together -> of(window, together))
                .toList();
    }

    /** Returns two batches with half of the queries each, to find the one that Datadog rejects; needs at least two. */
    public List<MetricsBatch> halves() {
        var middle = queries.size() / 2;
        return List.of(
                of(call.window(), queries.subList(0, middle)),
                of(call.window(), queries.subList(middle, queries.size())));
    }
}
