// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.signal;

import java.util.function.Supplier;

/** The measurements one source has sent, one every {@link #RAW_SECONDS}. */
public interface Reading {

    /** Seconds from one measurement to the next, as an Agent sends them. */
    int RAW_SECONDS = 10;

    /**
     * What the measurements of each bucket amount to.
     *
     * @param edges of buckets that touch, epoch milliseconds, rising; one more than there are buckets
     * @return NaN where there are none
     */
    double[] over(Method method, long[] edges);

    /** Adds the sizes of each bucket's events to those of other sources; only distributions have any. */
    default void addSizes(long[] edges, Sizes[] buckets) {}

    /** What the measurements of one bucket amount to, NaN when there are none. */
    default double over(Method method, long fromMs, long toMs) {
        return over(method, new long[] {fromMs, toMs})[0];
    }

    /** A reading that is made each time somebody reads it. */
    static Reading madeWhenRead(Supplier<Reading> made) {
        return new Reading() {
            @Override
            public double[] over(Method method, long[] edges) {
                return made.get().over(method, edges);
            }

            @Override
            public void addSizes(long[] edges, Sizes[] buckets) {
                made.get().addSizes(edges, buckets);
            }
        };
    }
}
