// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of one field. Arrays are handed over, not copied: whoever made them does not change them any more. Columns
 * of several frames may share an array.
 */
public sealed interface Column {

    /** Returns the number of rows. */
    int size();

    /**
     * Points in time, never null.
     *
     * @param epochNanos nanoseconds since 1970-01-01T00:00Z
     */
    record Times(long[] epochNanos) implements Column {
        @Override
        public int size() {
            return epochNanos.length;
        }
    }

    /**
     * Numbers that may be null.
     *
     * @param values {@code NaN} stands for null: Datadog's JSON has nulls and cannot have NaN
     */
    record Numbers(double[] values) implements Column {
        @Override
        public int size() {
            return values.length;
        }
    }

    /** Texts that may be null. */
    record Texts(List<@Nullable String> values) implements Column {
        @Override
        public int size() {
            return values.size();
        }
    }
}
