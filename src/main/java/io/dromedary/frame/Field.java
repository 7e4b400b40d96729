// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One named column of a frame.
 *
 * @param labels dimensions of the series, sorted by key; empty for time fields
 */
public record Field(String name, SortedMap<String, String> labels, FieldConfig config, Column column) {

    public Field {
        labels = Collections.unmodifiableSortedMap(labels);
    }

    /** Returns the times of a table or of events; a series has its interval, too. */
    public static Field time(String name, long[] epochNanos) {
        return of(name, FieldConfig.NONE, new Column.Times(epochNanos));
    }

    /**
     * Returns the times of a series.
     *
     * @param intervalMillis distance of the points: where more is between two, Grafana draws a gap
     */
    public static Field time(String name, long[] epochNanos, long intervalMillis) {
        return of(name, FieldConfig.series(null, null, intervalMillis), new Column.Times(epochNanos));
    }

    /** Returns the values of a series, or a column of numbers; {@code NaN} is null. */
    public static Field numbers(String name, Map<String, String> labels, FieldConfig config, double[] values) {
        return new Field(name, new TreeMap<>(labels), config, new Column.Numbers(values));
    }

    /** Returns a column of texts, without labels. */
    public static Field texts(String name, List<@Nullable String> values) {
        return of(name, FieldConfig.NONE, new Column.Texts(values));
    }

    /** Returns a column of a table, without labels. */
    public static Field of(String name, FieldConfig config, Column column) {
        return new Field(name, new TreeMap<>(), config, column);
    }
}
