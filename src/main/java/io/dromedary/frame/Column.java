// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The values of one field. Arrays are handed over, not copied: whoever made them does not change them any more. Columns
 * of several frames may share an array.
 */
public sealed interface Column {

    /** Returns the number of rows. */
    int size();

    /** Returns what the function for this kind of column makes of it: one for each kind, so none is forgotten. */
    <T> T match(Function<Times, T> times, Function<Numbers, T> numbers, Function<Texts, T> texts);

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

        @Override
        public <T> T match(Function<Times, T> times, Function<Numbers, T> numbers, Function<Texts, T> texts) {
            return times.apply(this);
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

        @Override
        public <T> T match(Function<Times, T> times, Function<Numbers, T> numbers, Function<Texts, T> texts) {
            return numbers.apply(this);
        }
    }

    /**
     * Texts that may be null.
     *
     * @param values read by index, so a list may repeat one text for many rows without holding it many times
     */
    record Texts(List<@Nullable String> values) implements Column {
        @Override
        public int size() {
            return values.size();
        }

        @Override
        public <T> T match(Function<Times, T> times, Function<Numbers, T> numbers, Function<Texts, T> texts) {
            return texts.apply(this);
        }
    }
}
