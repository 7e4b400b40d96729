// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.signal;

import io.dromedary.sandbox.world.Presence;
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
    public double over(Method method, long fromMs, long toMs) {
        double count = counter.over(Method.SUM, fromMs, toMs);
        if (Double.isNaN(count) || count == 0) {
            return Double.NaN;
        }
        double sum = Pieces.of(presence(), fromMs, toMs, perSecond::integral).total();
        double average = sum / count;
        return switch (method.kind()) {
            case COUNT -> count;
            case SUM -> sum;
            case AVG -> average;
            case QUANTILE -> average * factor(Normal.quantile(method.quantile()));
            case MIN ->
                Samples.extreme(false, average * factor(-TAIL), fromMs, toMs, (at, to) -> tail(at, average, -TAIL));
            case MAX ->
                Samples.extreme(true, average * factor(TAIL), fromMs, toMs, (at, to) -> tail(at, average, TAIL));
        };
    }

    @Override
    public double[] over(Method method, long[] edges) {
        return switch (method.kind()) {
            case COUNT -> counter.over(Method.SUM, edges);
            case AVG -> averages(edges, 1);
            case QUANTILE -> averages(edges, factor(Normal.quantile(method.quantile())));
            case SUM, MIN, MAX -> Reading.super.over(method, edges);
        };
    }

    private double[] averages(long[] edges, double factor) {
        if (!presence().coversAll(edges)) {
            var values = new double[edges.length - 1];
            Arrays.setAll(values, i -> factor * over(Method.AVG, edges[i], edges[i + 1]));
            return values;
        }
        double[] counts = counter.over(Method.SUM, edges);
        double[] sums = perSecond.integrals(edges);
        for (int i = 0; i < sums.length; i++) {
            sums[i] = counts[i] == 0 ? Double.NaN : factor * sums[i] / counts[i];
        }
        return sums;
    }

    private Presence presence() {
        return counter.presence();
    }

    private double tail(long epochMs, double average, double deviation) {
        double rate = counter.perSecond().at(epochMs);
        boolean seen = presence().covers(epochMs) && rate > 0;
        return (seen ? perSecond.at(epochMs) / rate : average) * factor(deviation);
    }

    /** The size at so many sigmas from the middle, as a multiple of the average. */
    private double factor(double deviation) {
        return Math.exp(sigma * deviation - sigma * sigma / 2);
    }
}
