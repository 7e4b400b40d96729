// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;

/** Buckets of time in order, epoch milliseconds, from inclusive, to exclusive; a point stands at its bucket's start. */
public final class Grid {

    private final long[] starts;
    private final long[] ends;

    private Grid(long[] starts, long[] ends) {
        this.starts = starts;
        this.ends = ends;
    }

    /** Equal buckets. */
    static Grid regular(long firstMs, long intervalMs, int size) {
        var starts = new long[size];
        Arrays.setAll(starts, i -> firstMs + i * intervalMs);
        return new Grid(
                starts, Arrays.stream(starts).map(start -> start + intervalMs).toArray());
    }

    /** Buckets that touch. */
    static Grid between(long... edges) {
        int size = Math.max(0, edges.length - 1);
        return new Grid(
                Arrays.copyOf(edges, size), size == 0 ? new long[0] : Arrays.copyOfRange(edges, 1, edges.length));
    }

    public int size() {
        return starts.length;
    }

    public long start(int index) {
        return starts[index];
    }

    long end(int index) {
        return ends[index];
    }

    /** The width of a bucket. */
    public long milliseconds(int index) {
        return ends[index] - starts[index];
    }

    double seconds(int index) {
        return milliseconds(index) / 1000.0;
    }

    /** The same buckets at other times. Where a calendar jumps between the ends of one, it keeps its width. */
    Grid shifted(LongUnaryOperator shift) {
        long[] from = Arrays.stream(starts).map(shift).toArray();
        long[] to = Arrays.stream(ends).map(shift).toArray();
        for (int i = 0; i < to.length; i++) {
            long width = milliseconds(i);
            // days and months differ by less
            boolean jumps = Math.abs(to[i] - from[i] - width) > width / 8;
            to[i] = jumps ? from[i] + width : to[i];
        }
        return new Grid(from, to);
    }

    /** The pieces in which buckets touch, in order: all of it in one, unless a calendar jumps. */
    List<Grid> runs() {
        var runs = new ArrayList<Grid>();
        int from = 0;
        for (int i = 1; i <= starts.length; i++) {
            if (i == starts.length || starts[i] != ends[i - 1]) {
                runs.add(new Grid(Arrays.copyOfRange(starts, from, i), Arrays.copyOfRange(ends, from, i)));
                from = i;
            }
        }
        return runs;
    }

    /** The edges of the buckets, which must touch, as far as they begin before a limit; the last one cut off there. */
    long[] edgesBefore(long limitMs) {
        int known =
                (int) Arrays.stream(starts).takeWhile(start -> start < limitMs).count();
        long[] edges = Arrays.copyOf(starts, known + 1);
        edges[known] = known == 0 ? limitMs : Math.min(ends[known - 1], limitMs);
        return edges;
    }

    /** The points of both, in order, each time once. */
    public Grid with(Grid other) {
        if (hasTimesOf(other)) {
            return this;
        }
        long[] times = LongStream.concat(Arrays.stream(starts), Arrays.stream(other.starts))
                .sorted()
                .distinct()
                .toArray();
        return new Grid(
                times, Arrays.stream(times).map(time -> endOf(time, other)).toArray());
    }

    public boolean hasTimesOf(Grid other) {
        return this == other || Arrays.equals(starts, other.starts);
    }

    /** The start of the bucket that holds a time; negative when none does. */
    public long startOf(long epochMs) {
        int found = Arrays.binarySearch(starts, epochMs);
        int index = found >= 0 ? found : -found - 2;
        return index >= 0 && epochMs < ends[index] ? starts[index] : -1;
    }

    /** Where the bucket that starts at a time is, negative when none does. */
    public int indexOf(long startMs) {
        return Arrays.binarySearch(starts, startMs);
    }

    /** Where the first bucket is that does not start before a time; the size when all do. */
    int firstFrom(long epochMs) {
        int found = Arrays.binarySearch(starts, epochMs);
        return found >= 0 ? found : -found - 1;
    }

    private long endOf(long time, Grid other) {
        int own = indexOf(time);
        return own >= 0 ? ends[own] : other.ends[other.indexOf(time)];
    }
}
