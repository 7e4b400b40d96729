// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.signal;

import io.dromedary.sandbox.world.Presence;

/** A level that is looked at again and again. Also what a rate reports: its events per second. */
public record Gauge(Signal signal, Presence presence) implements Reading {

    @Override
    public double over(Method method, long fromMs, long toMs) {
        var pieces = Pieces.of(presence, fromMs, toMs, signal::integral);
        if (pieces.seconds() == 0) {
            return Double.NaN;
        }
        double average = pieces.total() / pieces.seconds();
        return switch (method.kind()) {
            case AVG, QUANTILE -> average;
            case SUM -> pieces.total() / RAW_SECONDS;
            case COUNT -> pieces.seconds() / RAW_SECONDS;
            case MIN -> Samples.extreme(false, average, fromMs, toMs, (at, to) -> sample(at, average));
            case MAX -> Samples.extreme(true, average, fromMs, toMs, (at, to) -> sample(at, average));
        };
    }

    private double sample(long epochMs, double otherwise) {
        return presence.covers(epochMs) ? signal.at(epochMs) : otherwise;
    }
}
