// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import java.util.List;

/**
 * How one number is made of each series, and which of these numbers are shown.
 *
 * @param aggregator one of {@link #AGGREGATORS}
 * @param limit most numbers, 0 for all
 * @param ascending whether the smallest come first, and are those a limit keeps
 */
public record Reduction(String aggregator, int limit, boolean ascending) {

    /** What Datadog's v2 scalar queries take. */
    public static final List<String> AGGREGATORS =
            List.of("avg", "min", "max", "sum", "last", "percentile", "mean", "l2norm", "area");

    public Reduction {
        if (!AGGREGATORS.contains(aggregator) || limit < 0) {
            throw new IllegalArgumentException("no such reduction: " + aggregator + ", " + limit);
        }
    }
}
