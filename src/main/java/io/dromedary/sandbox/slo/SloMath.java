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
    /** Events of a wide bucket are counted in blocks, which cost no more than a slice. */
    private static final long[] BLOCKS_MS = {TimeUnit.HOURS.toMillis(4), TimeUnit.HOURS.toMillis(1), SLICE_MS};

    /** What is counted at once: finding out who reports a metric costs as much for a day as for some. */
    private static final int EVENT_BLOCKS = 120;

    private static final int SLICES = (int) (5 * DAY_MS / SLICE_MS);

    private static final long MINUTE_MS = 60_000;
    /** 25 KB each at most. */
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

    /**
     * @param widthMs of a slice or block
     * @param number of the piece, from 1970 on
     */
    private record Place(String slo, long widthMs, long number) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Piece(long fromMs, long toMs, long widthMs, double[] good, double[] total) {

        private int index(long at) {
            return (int) ((at - fromMs) / widthMs);
        }

        private boolean holds(long at, long width) {
            return width == widthMs && at >= fromMs && at < toMs;
        }
    }

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
        long at = from;
        Piece piece = null;
        while (at < to) {
            int bucket = (int) ((at - first) / stepMs);
            long width = width(slo, at, Math.min(to, first + (bucket + 1) * stepMs), stepMs, corrected);
            if (!corrected || !Correction.covers(slo, at)) {
                if (piece == null || !piece.holds(at, width)) {
                    piece = piece(slo, at, width, nowMs);
                }
                good[bucket] += piece.good()[piece.index(at)];
                total[bucket] += piece.total()[piece.index(at)];
            }
            at += width;
        }
        return new SloCounts(stepMs, starts, good, total);
    }

    /** Returns how much is counted next: a block where one begins, ends within the bucket, and counts as a whole. */
    private static long width(Slo slo, long at, long end, long stepMs, boolean corrected) {
        if (slo.kind() != Slo.Kind.METRIC) {
            return SLICE_MS;
        }
        for (long block : BLOCKS_MS) {
            boolean fits = block <= stepMs && Math.floorMod(at, block) == 0 && at + block <= end;
            if (fits && !(corrected && isCorrected(slo, at, block))) {
                return block;
            }
        }
        return SLICE_MS;
    }

    private static boolean isCorrected(Slo slo, long from, long length) {
        for (long at = from; at < from + length; at += SLICE_MS) {
            if (Correction.covers(slo, at)) {
                return true;
            }
        }
        return false;
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

    private Piece piece(Slo slo, long at, long width, long nowMs) {
        int slices = slo.kind() == Slo.Kind.METRIC ? EVENT_BLOCKS : SLICES;
        var place = new Place(slo.id(), width, Math.floorDiv(at, slices * width));
        long from = place.number() * slices * width;
        long to = Math.min(from + slices * width, floor(nowMs, width));
        var piece = kept.get(place);
        if (piece == null || piece.toMs() != to) {
            piece = new Piece(from, to, width, new double[slices], new double[slices]);
            switch (slo.kind()) {
                case METRIC -> countEvents(slo, piece);
                case TIME_SLICE -> countSlices(slo, piece);
                case MONITOR -> countMinutes(slo, piece);
            }
            if (kept.size() > MOST_KEPT) {
                kept.clear();
            }
            kept.put(place, piece);
        }
        return piece;
    }

    private void countEvents(Slo slo, Piece piece) {
        var good = values(slo.numerator(), piece);
        var total = values(slo.denominator(), piece);
        for (int i = 0; i < total.length; i++) {
            piece.total()[i] = Math.max(0, zeroed(total[i]));
            piece.good()[i] = Math.min(piece.total()[i], Math.max(0, i < good.length ? zeroed(good[i]) : 0));
        }
    }

    private void countSlices(Slo slo, Piece piece) {
        var values = values(slo.numerator(), piece);
        double minutes = (double) SLICE_MS / MINUTE_MS;
        for (int i = 0; i < values.length; i++) {
            piece.total()[i] = Double.isNaN(values[i]) ? 0 : minutes;
            piece.good()[i] = values[i] < slo.limit() ? minutes : 0;
        }
    }

    private void countMinutes(Slo slo, Piece piece) {
        var timelines = slo.monitorIds().stream()
                .flatMap(id ->
                        monitors.history(monitors.find(id).orElseThrow(), piece.fromMs(), piece.toMs() - 1).stream())
                .toList();
        for (long at = piece.fromMs(); at < piece.toMs(); at += MINUTE_MS) {
            int slice = piece.index(at);
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

    private double[] values(String query, Piece piece) {
        var window = new Window(piece.fromMs(), piece.toMs(), piece.widthMs(), piece.toMs());
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
