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

    /** Returns what is made of a column of this kind. */
    <T> T match(Cases<T> cases);

    /** One method for each kind of column, so that none is forgotten. */
    interface Cases<T> {
        T times(Times times);

        T moments(Moments moments);

        T numbers(Numbers numbers);

        T flags(Flags flags);

        T texts(Texts texts);

        T documents(Documents documents);
    }

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
        public <T> T match(Cases<T> cases) {
            return cases.times(this);
        }
    }

    /**
     * Points in time that may be null, such as the end of what is not over yet.
     *
     * @param epochNanos nanoseconds since 1970-01-01T00:00Z, {@link #NULL} stands for null
     */
    record Moments(long[] epochNanos) implements Column {

        public static final long NULL = Long.MIN_VALUE;

        @Override
        public int size() {
            return epochNanos.length;
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.moments(this);
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
        public <T> T match(Cases<T> cases) {
            return cases.numbers(this);
        }
    }

    /** Yes or no, or null. */
    record Flags(List<@Nullable Boolean> values) implements Column {
        @Override
        public int size() {
            return values.size();
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.flags(this);
        }
    }

    /**
     * Texts that may be null.
     *
     * @param values read by index, so a list may repeat one text for many rows without holding it many times
     * @param nullable whether Grafana is told that some may be null; the bodies of log lines must not be
     */
    record Texts(List<@Nullable String> values, boolean nullable) implements Column {

        /** Makes a column of texts that may be null. */
        public Texts(List<@Nullable String> values) {
            this(values, true);
        }

        @Override
        public int size() {
            return values.size();
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.texts(this);
        }
    }

    /**
     * JSON values, such as the labels of log lines.
     *
     * @param values the text of one JSON value for each row, never null: {@code null} is the JSON text
     */
    record Documents(List<String> values) implements Column {
        @Override
        public int size() {
            return values.size();
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.documents(this);
        }
    }
}
