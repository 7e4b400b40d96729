// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Many series as one table, for formats that hold one table: CSV, or one Arrow file over HTTP. Its columns are
 * {@code refId}, {@code name}, {@code time}, one column for each label key of any series in the order of the alphabet,
 * {@code value}; a row for each point. A series without a label has null there. A label called like one of the fixed
 * columns gets {@code label_} before its name.
 *
 * <p>Text columns repeat one text for all rows of a series without holding it many times.
 */
public final class LongTable {

    private static final Set<String> FIXED_COLUMNS = Set.of("refId", "name", "time", "value");

    private LongTable() {}

    /** One series: where its rows begin, and its two columns. */
    private record Series(Frame frame, Field value, long[] times, double[] values) {}

    /**
     * Returns the table. A single frame that is no time series is a table already and is returned as it is.
     *
     * @param frames of type {@code timeseries-multi} or {@code timeseries-wide}; may be empty or without fields
     * @throws IllegalArgumentException if several frames are given and one is no time series
     */
    public static Frame of(List<Frame> frames) {
        if (frames.size() == 1 && !isTimeSeries(frames.get(0))) {
            return frames.get(0);
        }
        var series = new ArrayList<Series>();
        for (var frame : frames) {
            if (!isTimeSeries(frame)) {
                throw new IllegalArgumentException("frames of type "
                        + frame.meta().type().wireName() + " cannot share one table: ask for one query at a time");
            }
            addSeries(frame, series);
        }
        return table(frames, series);
    }

    private static boolean isTimeSeries(Frame frame) {
        return switch (frame.meta().type()) {
            case TIMESERIES_MULTI, TIMESERIES_WIDE -> true;
            case NUMERIC_MULTI, NUMERIC_LONG, TABLE, LOG_LINES, NONE -> false;
        };
    }

    private static void addSeries(Frame frame, List<Series> series) {
        long[] times = null;
        for (var field : frame.fields()) {
            if (times == null && field.column() instanceof Column.Times column) {
                times = column.epochNanos();
            }
        }
        for (var field : frame.fields()) {
            if (times != null && field.column() instanceof Column.Numbers column) {
                series.add(new Series(frame, field, times, column.values()));
            }
        }
    }

    private static Frame table(List<Frame> frames, List<Series> series) {
        var starts = new int[series.size() + 1];
        for (var i = 0; i < series.size(); i++) {
            starts[i + 1] = Math.addExact(starts[i], series.get(i).times().length);
        }
        var times = new long[starts[series.size()]];
        var values = new double[times.length];
        for (var i = 0; i < series.size(); i++) {
            System.arraycopy(series.get(i).times(), 0, times, starts[i], starts[i + 1] - starts[i]);
            System.arraycopy(series.get(i).values(), 0, values, starts[i], starts[i + 1] - starts[i]);
        }
        var fields = new ArrayList<Field>();
        fields.add(repeat("refId", starts, series, one -> one.frame().refId()));
        fields.add(repeat("name", starts, series, LongTable::name));
        fields.add(Field.time("time", times));
        var keys = new TreeSet<String>();
        series.forEach(one -> keys.addAll(one.value().labels().keySet()));
        for (var key : keys) {
            fields.add(repeat(
                    columnOf(key), starts, series, one -> one.value().labels().get(key)));
        }
        fields.add(Field.numbers("value", Map.of(), FieldConfig.NONE, values));
        var notices = frames.stream()
                .flatMap(frame -> frame.meta().notices().stream())
                .distinct();
        return new Frame("", "", FrameMeta.of(FrameType.TABLE, null, notices.toList()), fields);
    }

    private static String columnOf(String labelKey) {
        return FIXED_COLUMNS.contains(labelKey) ? "label_" + labelKey : labelKey;
    }

    private static String name(Series series) {
        var displayName = series.value().config().displayName();
        return displayName != null ? displayName : series.value().name();
    }

    /** Reads the text of a series. */
    @FunctionalInterface
    private interface TextOf {
        @Nullable
        String read(Series series);
    }

    private static Field repeat(String name, int[] starts, List<Series> series, TextOf text) {
        var texts = new @Nullable String[series.size()];
        Arrays.setAll(texts, i -> text.read(series.get(i)));
        return Field.texts(name, new RepeatedTexts(starts, texts));
    }
}
