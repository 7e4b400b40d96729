// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.events;

import org.jspecify.annotations.Nullable;

/**
 * What is made of events.
 *
 * @param metric the facet that is looked at, null for a count
 * @param buckets where the points of a time series begin
 */
public record Compute(Aggregation aggregation, @Nullable String metric, Buckets buckets) {

    /** Puts events into buckets of time. */
    public interface Buckets {

        /** Everything is in one bucket, which begins at 0. */
        Buckets ONE = epochMs -> 0;

        /** The begin of the bucket that holds a time, epoch milliseconds; negative when none does. */
        long beginOf(long epochMs);

        /** Equal buckets, aligned to Unix time. */
        static Buckets every(long intervalMs) {
            return epochMs -> epochMs - Math.floorMod(epochMs, intervalMs);
        }
    }

    public boolean isTotal() {
        return buckets == Buckets.ONE;
    }
}
