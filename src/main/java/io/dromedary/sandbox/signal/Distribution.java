// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.signal;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/**
 * Events with a size each, spread log-normally around the average of their moment.
 *
 * @param counter how many
 * @param perSecond the sum of their sizes, per second
 * @param sigma the spread of the sizes' logarithm
 */
public record Distribution(Counter counter, Signal perSecond, double sigma) implements Reading {

    /**
     * The moments whose events have one average: of a bucket those that it has at most {@link #MOST_MOMENTS} of. Each
     * divides the next, so that a wide bucket holds the very events of the narrow ones in it.
     */
    private static final long[] MOMENT_MS = {300_000, 1_200_000, 3_600_000, 14_400_000, 86_400_000};

    private static final int MOST_MOMENTS = 24;

    @Override
    public double[] over(Method method, long[] edges) {
        return switch (method.kind()) {
            case COUNT -> counts(edges);
            case SUM -> sums(edges);
            case AVG -> averages(edges);
            case QUANTILE -> ofSizes(edges, sizes -> sizes.quantile(method.argument()));
            case BELOW -> ofSizes(edges, sizes -> sizes.below(method.argument()));
            case MIN -> extremes(false, edges);
            case MAX -> extremes(true, edges);
        };
    }

    private double[] counts(long[] edges) {
        return counter.over(Method.SUM, edges);
    }

    private double[] sums(long[] edges) {
        return Coverage.of(counter.presence(), edges, perSecond::integrals).values((total, seconds) -> total);
    }

    private double[] averages(long[] edges) {
        return ratios(sums(edges), counts(edges));
    }

    private double[] ofSizes(long[] edges, ToDoubleFunction<Sizes> value) {
        double[] counts = counts(edges);
        var sizes = Sizes.ofBuckets(counts.length);
        addSizes(edges, sizes);
        Arrays.setAll(counts, i -> Double.isNaN(counts[i]) ? Double.NaN : value.applyAsDouble(sizes[i]));
        return counts;
    }

    @Override
    public void addSizes(long[] edges, Sizes[] buckets) {
        long[] moments = moments(edges);
        double[] counts = counts(moments);
        double[] expected = expected(moments);
        int bucket = 0;
        for (int i = 0; i < counts.length; i++) {
            while (moments[i] >= edges[bucket + 1]) {
                bucket++;
            }
            buckets[bucket].add(counts[i], expected[i], sigma);
        }
    }

    /**
     * The average that the events of each bucket are drawn from: unlike the drawn one, the same however few they are.
     */
    private double[] expected(long[] edges) {
        return ratios(perSecond.integrals(edges), counter.perSecond().integrals(edges));
    }

    private static double[] ratios(double[] sums, double[] counts) {
        var ratios = new double[sums.length];
        Arrays.setAll(ratios, i -> counts[i] > 0 ? sums[i] / counts[i] : Double.NaN);
        return ratios;
    }

    /** The edges and the moments between them. */
    private static long[] moments(long[] edges) {
        var moments = LongStream.builder();
        for (int i = 0; i + 1 < edges.length; i++) {
            long step = moment(edges[i + 1] - edges[i]);
            moments.add(edges[i]);
            for (long at = (Math.floorDiv(edges[i], step) + 1) * step; at < edges[i + 1]; at += step) {
                moments.add(at);
            }
        }
        return moments.add(edges[edges.length - 1]).build().toArray();
    }

    private static long moment(long lengthMs) {
        for (long step : MOMENT_MS) {
            if (lengthMs <= step * MOST_MOMENTS) {
                return step;
            }
        }
        return MOMENT_MS[MOMENT_MS.length - 1];
    }

    private double[] extremes(boolean highest, long[] edges) {
        double factor = factor(highest ? Sizes.TAIL : -Sizes.TAIL);
        double[] wholes = averages(edges);
        double[] expected = expected(edges);
        Arrays.setAll(
                wholes, i -> factor * (highest ? Math.max(wholes[i], expected[i]) : Math.min(wholes[i], expected[i])));
        return Samples.extremes(highest, wholes, edges, (from, to) -> tail(from, factor));
    }

    private double tail(long epochMs, double factor) {
        double rate = counter.perSecond().at(epochMs);
        boolean seen = counter.presence().covers(epochMs) && rate > 0;
        return seen ? factor * perSecond.at(epochMs) / rate : Double.NaN;
    }

    /** The size at so many sigmas from the middle, as a multiple of the average. */
    private double factor(double deviation) {
        return Math.exp(sigma * deviation - sigma * sigma / 2);
    }
}
