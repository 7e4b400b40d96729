// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import io.dromedary.query.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * A line that is drawn of an SLO.
 *
 * @param labels {@code slo}, {@code measure}, and where they tell lines apart {@code group} and {@code window}
 * @param unit Grafana's id, empty for none
 * @param times milliseconds since 1970
 * @param values {@code NaN} where there is nothing to tell
 */
record SloSeries(String name, TreeMap<String, String> labels, String unit, long[] times, double[] values) {

    /** Computes the value of a bucket. */
    @FunctionalInterface
    private interface Value {
        double of(SloTrack track, long from, long to);
    }

    /** Returns the SLI of each bucket, and what is left of the error budget at its end. */
    static List<SloSeries> history(SloHistory slo, Window window) {
        var begin = window.range().from().toEpochMilli();
        var series = new ArrayList<SloSeries>();
        for (var part : slo.parts()) {
            series.add(line(slo, part, "sli", "SLI", "percent", window, SloSeries::sli));
            if (!Double.isNaN(slo.allowed())) {
                var whole = amount(part.track(), begin, window.range().to().toEpochMilli()) * slo.allowed();
                series.add(line(
                        slo,
                        part,
                        "error_budget",
                        "error budget",
                        "percent",
                        window,
                        (track, from, to) -> whole == 0 ? Double.NaN : 100 * (1 - track.bad(begin, to) / whole)));
            }
        }
        return series;
    }

    /**
     * Returns how fast the error budget burns: the share of bad events within the time before each point, divided by
     * the share that the objective allows. 1 uses the budget up exactly at the end of the SLO's period.
     */
    static List<SloSeries> burnRate(SloHistory slo, Window window, List<Duration> lengths) {
        var series = new ArrayList<SloSeries>();
        for (var part : slo.parts()) {
            for (var length : lengths) {
                var text = text(length);
                var one = line(
                        slo,
                        part,
                        "burn_rate",
                        "burn rate " + text,
                        "",
                        window,
                        (track, from, to) -> burn(track, slo.allowed(), Math.min(from, to - length.toMillis()), to));
                one.labels().put("window", text);
                series.add(one);
            }
        }
        return series;
    }

    private static double sli(SloTrack track, long from, long to) {
        var amount = amount(track, from, to);
        return amount == 0 ? Double.NaN : 100 * track.good(from, to) / amount;
    }

    private static double burn(SloTrack track, double allowed, long from, long to) {
        var amount = amount(track, from, to);
        return amount == 0 || Double.isNaN(allowed) ? Double.NaN : track.bad(from, to) / amount / allowed;
    }

    private static double amount(SloTrack track, long from, long to) {
        return track.good(from, to) + track.bad(from, to);
    }

    private static SloSeries line(
            SloHistory slo,
            SloHistory.Sli part,
            String measure,
            String words,
            String unit,
            Window window,
            Value value) {
        var labels = new TreeMap<String, String>();
        labels.put("slo", slo.name());
        labels.put("measure", measure);
        if (!part.group().isEmpty()) {
            labels.put("group", part.group());
        }
        var track = part.track();
        var times = track.isEmpty() ? new long[0] : times(track, window);
        var step = track.step() > 0 ? track.step() : window.interval().toMillis();
        var values = Arrays.stream(times)
                .mapToDouble(time -> value.of(track, time, time + step))
                .toArray();
        var name = slo.name() + (part.group().isEmpty() ? "" : " " + part.group()) + " " + words;
        return new SloSeries(name, labels, unit, times, values);
    }

    /** Returns when buckets begin: Datadog's own, else those of the panel, none outside the window. */
    private static long[] times(SloTrack track, Window window) {
        var from = window.range().from().toEpochMilli();
        var to = window.range().to().toEpochMilli();
        if (track.step() > 0) {
            return Arrays.stream(track.times(), 0, track.times().length - 1)
                    .filter(time -> time >= from && time < to)
                    .toArray();
        }
        var step = window.interval().toMillis();
        var last = Math.min(to, track.times()[track.times().length - 1]);
        var first = -Math.floorDiv(-from, step) * step;
        return first >= last
                ? new long[0]
                : LongStream.iterate(first, time -> time < last, time -> time + step)
                        .toArray();
    }

    private static String text(Duration length) {
        var seconds = length.toSeconds();
        return seconds % 3_600 == 0 ? seconds / 3_600 + "h" : seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
