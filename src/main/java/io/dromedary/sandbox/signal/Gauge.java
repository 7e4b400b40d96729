// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.signal;

import io.dromedary.sandbox.world.Presence;

/** A level that is looked at again and again. Also what a rate reports: its events per second. */
public record Gauge(Signal signal, Presence presence) implements Reading {

    @Override
    public double[] over(Method method, long[] edges) {
        var coverage = Coverage.of(presence, edges, signal::integrals);
        double[] averages = coverage.values((total, seconds) -> total / seconds);
        return switch (method.kind()) {
            case AVG, QUANTILE -> averages;
            case SUM -> coverage.values((total, seconds) -> total / RAW_SECONDS);
            case COUNT -> coverage.values((total, seconds) -> seconds / RAW_SECONDS);
            case BELOW -> coverage.values((total, seconds) -> Double.NaN);
            case MIN -> Samples.extremes(false, averages, edges, (from, to) -> sample(from));
            case MAX -> Samples.extremes(true, averages, edges, (from, to) -> sample(from));
        };
    }

    private double sample(long epochMs) {
        return presence.covers(epochMs) ? signal.at(epochMs) : Double.NaN;
    }
}
