// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.events;

import org.jspecify.annotations.Nullable;

/**
 * How events are divided by the values of a facet.
 *
 * @param limit groups at most; those that come first in the order are kept
 * @param order by which number groups are put in order; null for the alphabet
 * @param missing what events without the facet are grouped under; null leaves them out
 * @param total what a group of all events is called; null when none is wanted
 * @param histogram the width of the intervals numbers are grouped in, and the numbers that count; null for the values
 *     themselves
 */
public record Grouping(
        String facet,
        int limit,
        @Nullable Compute order,
        boolean descending,
        @Nullable Object missing,
        @Nullable Object total,
        @Nullable Histogram histogram) {

    /**
     * Intervals of numbers.
     *
     * @param interval above 0
     */
    public record Histogram(double interval, double min, double max) {

        /** The begin of the interval that holds a value; null when it is no number, or out of bounds. */
        @Nullable
        Object beginOf(Object value) {
            if (!(value instanceof Number number)) {
                return null;
            }
            double at = number.doubleValue();
            return at < min || at > max ? null : (Object) (min + Math.floor((at - min) / interval) * interval);
        }
    }
}
