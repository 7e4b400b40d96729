// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.frame.Column;
import io.dromedary.frame.Field;
import io.dromedary.frame.FieldConfig;
import io.dromedary.frame.Frame;
import io.dromedary.frame.FrameMeta;
import io.dromedary.frame.FrameType;
import io.dromedary.frame.Notice;
import io.dromedary.query.Reduction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** Histories of SLOs as time series and numbers, for panels and alert rules. Percentages are from 0 to 100. */
final class SloFrames {

    /** The cell that holds a whole reply. */
    static final ListColumn REPLY = ListColumn.text("reply", "");

    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*([smhd]?)");
    private static final Duration MAX_WINDOW = Duration.ofDays(30);

    private SloFrames() {}

    /** Makes a frame of a line for each SLO, measure and group. */
    static List<Frame> history(ListQuery query, List<ListPart> parts) {
        return frames(query, parts, slo -> SloSeries.history(slo, query.window()));
    }

    static List<Frame> burnRate(ListQuery query, List<ListPart> parts) {
        var lengths = List.of(longWindow(query), shortWindow(query));
        return frames(query, parts, slo -> SloSeries.burnRate(slo, query.window(), lengths));
    }

    /** Makes a row for each SLO and group: what it reached over the window. */
    static List<Frame> status(ListQuery query, List<ListPart> parts) {
        var notices = new ArrayList<Notice>();
        var names = new ArrayList<@Nullable String>();
        var rows = new ArrayList<SloHistory.Sli>();
        var targets = new ArrayList<Double>();
        for (var slo : histories(query, parts, notices)) {
            for (var part : slo.parts()) {
                names.add(slo.name());
                rows.add(part);
                targets.add(slo.target());
            }
        }
        var fields = new ArrayList<Field>();
        fields.add(Field.texts("slo", names));
        if (rows.stream().anyMatch(row -> !row.group().isEmpty())) {
            fields.add(Field.texts("group", texts(rows, SloHistory.Sli::group)));
        }
        fields.add(Field.texts("state", texts(rows, SloHistory.Sli::state)));
        fields.add(percent("sli", rows.stream().mapToDouble(SloHistory.Sli::sli)));
        fields.add(percent("target", targets.stream().mapToDouble(Double::doubleValue)));
        fields.add(percent("error_budget_remaining", rows.stream().mapToDouble(SloHistory.Sli::budget)));
        return List.of(new Frame("", query.asked().refId(), meta(FrameType.NUMERIC_LONG, parts, notices), fields));
    }

    /** Returns the longer of the two windows over which burning is measured. */
    static Duration longWindow(ListQuery query) {
        return duration(query, "long", Duration.ofHours(1));
    }

    private static Duration shortWindow(ListQuery query) {
        return duration(query, "short", longWindow(query).dividedBy(12));
    }

    private static List<Frame> frames(
            ListQuery query, List<ListPart> parts, Function<SloHistory, List<SloSeries>> lines) {
        var notices = new ArrayList<Notice>();
        var series = histories(query, parts, notices).stream()
                .flatMap(slo -> lines.apply(slo).stream())
                .filter(one -> one.times().length > 0)
                .toList();
        var reduction = query.asked().reduction();
        if (reduction != null) {
            return List.of(numbers(query, series, reduction, meta(FrameType.NUMERIC_LONG, parts, notices)));
        }
        var meta = meta(FrameType.TIMESERIES_MULTI, parts, notices);
        if (series.isEmpty()) {
            return List.of(new Frame("", query.asked().refId(), meta, List.of()));
        }
        return series.stream().map(one -> frame(query, one, meta)).toList();
    }

    private static Frame frame(ListQuery query, SloSeries series, FrameMeta meta) {
        var unit = series.unit().isEmpty() ? null : series.unit();
        var nanos = Arrays.stream(series.times()).map(time -> time * 1_000_000).toArray();
        var step = nanos.length < 2 ? 0 : series.times()[1] - series.times()[0];
        var value =
                Field.numbers("Value", series.labels(), FieldConfig.series(series.name(), unit, step), series.values());
        return new Frame(series.name(), query.asked().refId(), meta, List.of(Field.time("Time", nanos), value));
    }

    private static Frame numbers(ListQuery query, List<SloSeries> series, Reduction reduction, FrameMeta meta) {
        var fields = new ArrayList<Field>();
        for (var label : List.of("slo", "group", "measure", "window")) {
            if (series.stream().anyMatch(one -> one.labels().containsKey(label))) {
                fields.add(Field.texts(label, texts(series, one -> one.labels().get(label))));
            }
        }
        var unit = series.isEmpty() || series.get(0).unit().isEmpty()
                ? null
                : series.get(0).unit();
        fields.add(Field.numbers(
                "Value",
                Map.of(),
                FieldConfig.series(null, unit, 0),
                series.stream()
                        .mapToDouble(one -> reduced(reduction.aggregator(), one.values()))
                        .toArray()));
        return new Frame("", query.asked().refId(), meta, fields);
    }

    private static double reduced(String aggregator, double[] all) {
        var values = Arrays.stream(all).filter(value -> !Double.isNaN(value)).toArray();
        if (values.length == 0) {
            return Double.NaN;
        }
        return switch (aggregator) {
            case "min" -> DoubleStream.of(values).min().orElseThrow();
            case "max" -> DoubleStream.of(values).max().orElseThrow();
            case "sum", "area" -> DoubleStream.of(values).sum();
            case "last" -> values[values.length - 1];
            default -> DoubleStream.of(values).average().orElseThrow();
        };
    }

    private static List<SloHistory> histories(ListQuery query, List<ListPart> parts, List<Notice> notices) {
        var histories = new ArrayList<SloHistory>();
        for (var part : parts) {
            for (var row : part.rows()) {
                var reply = Objects.requireNonNull(row.get(REPLY.name()));
                var history = SloHistory.of(reply, part.id(), target(query));
                if (!history.error().isEmpty()) {
                    notices.add(Notice.warning(history.name() + ": " + history.error()));
                }
                tellOfWideBuckets(history, query, notices);
                if (Double.isNaN(history.allowed())) {
                    notices.add(Notice.info(history.name() + " has no error budget: its target is not below 100 %"));
                }
                histories.add(history);
            }
        }
        return histories;
    }

    private static void tellOfWideBuckets(SloHistory history, ListQuery query, List<Notice> notices) {
        var step = history.parts().get(0).track().step();
        if (query.mode().name().equals("burn-rate") && step > shortWindow(query).toMillis()) {
            notices.add(Notice.info("Datadog tells the history of " + history.name() + " in buckets of " + step / 60_000
                    + " min; shorter windows are as long. Choose a shorter time range"));
        }
    }

    private static double target(ListQuery query) {
        var text = query.option("target");
        if (text.isEmpty()) {
            return Double.NaN;
        }
        try {
            var target = Double.parseDouble(text.get());
            if (target > 0 && target <= 100) {
                return target;
            }
        } catch (NumberFormatException e) {
            // told below, like numbers out of range
        }
        throw new FailedException(Failure.badRequest("The target must be a percentage, such as 99.9"));
    }

    /** Checks what can be wrong before anything is asked. */
    static void check(ListQuery query) {
        target(query);
        shortWindow(query);
    }

    private static Duration duration(ListQuery query, String name, Duration fallback) {
        var text = query.option(name);
        if (text.isEmpty()) {
            return fallback;
        }
        var matcher = DURATION.matcher(text.get());
        if (matcher.matches()) {
            var seconds = Long.parseLong(matcher.group(1))
                    * switch (matcher.group(2)) {
                        case "m" -> 60;
                        case "h" -> 3_600;
                        case "d" -> 86_400;
                        default -> 1;
                    };
            if (seconds >= 60 && seconds <= MAX_WINDOW.toSeconds()) {
                return Duration.ofSeconds(seconds);
            }
        }
        throw new FailedException(
                Failure.badRequest("The option " + name + " must be from 1m to 30d, such as 1h; change it"));
    }

    private static <T> List<@Nullable String> texts(List<T> rows, Function<T, @Nullable String> text) {
        var texts = new ArrayList<@Nullable String>();
        rows.forEach(row -> texts.add(text.apply(row)));
        return texts;
    }

    private static Field percent(String name, DoubleStream values) {
        return Field.of(name, FieldConfig.unit("percent"), new Column.Numbers(values.toArray()));
    }

    private static FrameMeta meta(FrameType type, List<ListPart> parts, List<Notice> notices) {
        return FrameMeta.of(type, TableFrames.executed(parts), List.copyOf(notices));
    }
}
