// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import java.util.List;
import java.util.Map;

/** What Datadog computed. Shared by everybody who asked the same: nobody changes its arrays. */
record AggregateReply(List<Bucket> buckets, ReplyState state) {

    AggregateReply {
        buckets = List.copyOf(buckets);
    }

    /**
     * One group.
     *
     * @param by values of the facets that are grouped by
     * @param computes by their place in the request
     */
    record Bucket(Map<String, String> by, Map<Integer, Points> computes) {}

    /**
     * A number, or numbers over time.
     *
     * @param times nanoseconds since 1970, as many as values; empty for a single number
     */
    record Points(long[] times, double[] values) {

        boolean isNumber() {
            return times.length == 0 && values.length == 1;
        }

        static Points of(double value) {
            return new Points(new long[0], new double[] {value});
        }
    }
}
