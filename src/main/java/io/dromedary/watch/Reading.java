// SPDX-License-Identifier: Apache-2.0
package io.dromedary.watch;

import io.dromedary.frame.Column;
import io.dromedary.frame.Field;
import io.dromedary.frame.Frame;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A number that a query led to, with what it was measured at.
 *
 * @param labels the tags of its group, empty for the only one
 */
record Reading(double value, Map<String, String> labels) {

    Reading {
        labels = Map.copyOf(labels);
    }

    /**
     * Returns the worst number in the frames: the last one of each time series, each one of other tables.
     *
     * @return empty if there is no number
     */
    static Optional<Reading> worst(List<Frame> frames, Watch.Side side) {
        Reading worst = null;
        for (var frame : frames) {
            for (var field : frame.fields()) {
                var values = numbers(field);
                for (var row = isTimed(frame) ? last(values) : 0; row < values.length; row++) {
                    if (row >= 0
                            && !Double.isNaN(values[row])
                            && (worst == null || side.isWorse(values[row], worst.value()))) {
                        worst = new Reading(values[row], labels(frame, field, row));
                    }
                }
            }
        }
        return Optional.ofNullable(worst);
    }

    private static boolean isTimed(Frame frame) {
        return frame.fields().stream().anyMatch(field -> field.column() instanceof Column.Times);
    }

    private static double[] numbers(Field field) {
        return field.column() instanceof Column.Numbers numbers ? numbers.values() : new double[0];
    }

    /** Returns the index of the last number, that of the end if there is none. */
    private static int last(double[] values) {
        var row = values.length - 1;
        while (row >= 0 && Double.isNaN(values[row])) {
            row--;
        }
        return row < 0 ? values.length : row;
    }

    private static Map<String, String> labels(Frame frame, Field field, int row) {
        var labels = new TreeMap<String, String>(field.labels());
        for (var other : frame.fields()) {
            if (other.column() instanceof Column.Texts texts && texts.values().get(row) != null) {
                labels.put(other.name(), texts.values().get(row));
            }
        }
        return labels;
    }
}
