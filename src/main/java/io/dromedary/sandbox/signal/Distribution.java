// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.signal;

import java.util.Arrays;

/**
 * Events with a size each, spread log-normally around their average.
 *
 * @param counter how many
 * @param perSecond the sum of their sizes, per second
 * @param sigma the spread of the sizes' logarithm
 */
public record Distribution(Counter counter, Signal perSecond, double sigma) implements Reading {

    /** How far the smallest and the largest of some thousand events lie from the middle, in sigmas. */
    private static final double TAIL = 3.2;

    @Override
    public double[] over(Method method, long[] edges) {
        double[] counts = counter.over(Method.SUM, edges);
        double[] sums =
                Coverage.of(counter.presence(), edges, perSecond::integrals).values((total, seconds) -> total);
        return switch (method.kind()) {
            case COUNT -> counts;
            case SUM -> sums;
            case AVG -> averages(sums, counts, 1);
            case QUANTILE -> averages(sums, counts, factor(Normal.quantile(method.argument())));
            case BELOW -> below(averages(sums, counts, 1), counts, method.argument());
            case MIN ->
                Samples.extremes(
                        false, averages(sums, counts, factor(-TAIL)), edges, (from, to) -> tail(from, factor(-TAIL)));
            case MAX ->
                Samples.extremes(
                        true, averages(sums, counts, factor(TAIL)), edges, (from, to) -> tail(from, factor(TAIL)));
        };
    }

    private static double[] averages(double[] sums, double[] counts, double factor) {
        var averages = new double[sums.length];
        Arrays.setAll(averages, i -> counts[i] > 0 ? factor * sums[i] / counts[i] : Double.NaN);
        return averages;
    }

    private double[] below(double[] averages, double[] counts, double limit) {
        var below = new double[counts.length];
        Arrays.setAll(below, i -> {
            double deviation = (Math.log(limit / averages[i]) + sigma * sigma / 2) / sigma;
            return Math.rint(counts[i] * (limit > 0 ? Normal.share(deviation) : 0));
        });
        return below;
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
