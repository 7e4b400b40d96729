// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.slo;

import io.dromedary.sandbox.catalog.Catalog;
import io.dromedary.sandbox.eval.Evaluation;
import io.dromedary.sandbox.eval.Query;
import io.dromedary.sandbox.eval.Window;
import io.dromedary.sandbox.monitor.Monitors;
import io.dromedary.sandbox.monitor.State;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Counts what was good of an SLO. The metrics and monitors are those that everybody else asks; five minutes are the
 * smallest piece, so any two answers about the same time agree. Safe for any number of threads: what is kept of some
 * days is a function of these.
 */
public final class SloMath {

    /** The length of a slice. */
    public static final long SLICE_MS = TimeUnit.MINUTES.toMillis(5);

    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);
    /** What is counted at once: finding out who reports a metric costs as much for a day as for some. */
    private static final long PIECE_MS = 5 * DAY_MS;

    private static final int SLICES = (int) (PIECE_MS / SLICE_MS);
    private static final long MINUTE_MS = 60_000;
    /** 25 KB each. */
    private static final int MOST_KEPT = 400;

    private final Catalog catalog;
    private final Monitors monitors;
    private final Map<Place, Piece> kept = new ConcurrentHashMap<>();
    /** By their texts, which are those of {@link Slos}. */
    private final Map<String, Query> queries = new ConcurrentHashMap<>();

    public SloMath(Catalog catalog, Monitors monitors) {
        this.catalog = catalog;
        this.monitors = monitors;
    }

    private record Place(String slo, long number) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Piece(long toMs, double[] good, double[] total) {}

    /**
     * Counts a window.
     *
     * @param fromMs epoch milliseconds; the slice it falls into counts
     * @param toMs exclusive; slices that are not over at {@code nowMs} do not count
     * @param stepMs width of the buckets, a multiple of {@link #SLICE_MS}
     * @param corrected whether times that a {@link Correction} covers are left out
     */
    public SloCounts over(Slo slo, long fromMs, long toMs, long stepMs, long nowMs, boolean corrected) {
        long from = floor(fromMs, SLICE_MS);
        long to = Math.min(toMs, floor(nowMs, SLICE_MS));
        long first = floor(from, stepMs);
        int size = (int) Math.max(0, (to - first + stepMs - 1) / stepMs);
        var starts = new long[size];
        Arrays.setAll(starts, i -> first + i * stepMs);
        var good = new double[size];
        var total = new double[size];
        for (long number = Math.floorDiv(from, PIECE_MS); number * PIECE_MS < to; number++) {
            var piece = piece(slo, number, floor(nowMs, SLICE_MS));
            long end = Math.min(to, (number + 1) * PIECE_MS);
            for (long at = Math.max(from, number * PIECE_MS); at < end; at += SLICE_MS) {
                int slice = (int) (Math.floorMod(at, PIECE_MS) / SLICE_MS);
                if (!corrected || !Correction.covers(slo, at)) {
                    int bucket = (int) ((at - first) / stepMs);
                    good[bucket] += piece.good()[slice];
                    total[bucket] += piece.total()[slice];
                }
            }
        }
        return new SloCounts(stepMs, starts, good, total);
    }

    /** A width that gives a window a readable number of buckets: five minutes for a day, an hour for a week. */
    public static long step(long spanMs) {
        if (spanMs <= DAY_MS) {
            return SLICE_MS;
        }
        return spanMs <= 7 * DAY_MS ? 12 * SLICE_MS : 4 * 12 * SLICE_MS;
    }

    private static long floor(long value, long unit) {
        return value - Math.floorMod(value, unit);
    }

    private Piece piece(Slo slo, long number, long nowMs) {
        var place = new Place(slo.id(), number);
        long from = number * PIECE_MS;
        long to = Math.min(from + PIECE_MS, nowMs);
        var piece = kept.get(place);
        if (piece == null || piece.toMs() != to) {
            piece = new Piece(to, new double[SLICES], new double[SLICES]);
            switch (slo.kind()) {
                case METRIC -> countEvents(slo, from, piece);
                case TIME_SLICE -> countSlices(slo, from, piece);
                case MONITOR -> countMinutes(slo, from, piece);
            }
            if (kept.size() > MOST_KEPT) {
                kept.clear();
            }
            kept.put(place, piece);
        }
        return piece;
    }

    private void countEvents(Slo slo, long fromMs, Piece piece) {
        var good = values(slo.numerator(), fromMs, piece.toMs());
        var total = values(slo.denominator(), fromMs, piece.toMs());
        for (int i = 0; i < total.length; i++) {
            piece.total()[i] = Math.max(0, zeroed(total[i]));
            piece.good()[i] = Math.min(piece.total()[i], Math.max(0, i < good.length ? zeroed(good[i]) : 0));
        }
    }

    private void countSlices(Slo slo, long fromMs, Piece piece) {
        var values = values(slo.numerator(), fromMs, piece.toMs());
        double minutes = (double) SLICE_MS / MINUTE_MS;
        for (int i = 0; i < values.length; i++) {
            piece.total()[i] = Double.isNaN(values[i]) ? 0 : minutes;
            piece.good()[i] = values[i] < slo.limit() ? minutes : 0;
        }
    }

    private void countMinutes(Slo slo, long fromMs, Piece piece) {
        var timelines = slo.monitorIds().stream()
                .flatMap(id -> monitors.history(monitors.find(id).orElseThrow(), fromMs, piece.toMs() - 1).stream())
                .toList();
        for (long at = fromMs; at < piece.toMs(); at += MINUTE_MS) {
            int slice = (int) ((at - fromMs) / SLICE_MS);
            boolean known = timelines.isEmpty();
            boolean alerts = false;
            for (var timeline : timelines) {
                var state = timeline.at(at);
                known |= state != State.NO_DATA;
                alerts |= state == State.ALERT;
            }
            piece.total()[slice] += known ? 1 : 0;
            piece.good()[slice] += known && !alerts ? 1 : 0;
        }
    }

    private double[] values(String query, long fromMs, long toMs) {
        var window = new Window(fromMs, toMs, SLICE_MS, toMs);
        var parsed = queries.computeIfAbsent(query, text -> Query.of("a", text, "sum"));
        var lines = new Evaluation(catalog, window, List.of(parsed), false)
                .query("a")
                .lines();
        return lines.isEmpty() ? new double[0] : lines.get(0).values();
    }

    private static double zeroed(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
