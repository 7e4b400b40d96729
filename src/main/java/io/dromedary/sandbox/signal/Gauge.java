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

    @Override
    public double[] over(Method method, long[] edges) {
        boolean average = method.kind() == Method.Kind.AVG;
        if (!presence.coversAll(edges) || !(average || method.kind() == Method.Kind.SUM)) {
            return Reading.super.over(method, edges);
        }
        double[] values = signal.integrals(edges);
        for (int i = 0; i < values.length; i++) {
            values[i] /= average ? (edges[i + 1] - edges[i]) / 1000.0 : RAW_SECONDS;
        }
        return values;
    }

    private double sample(long epochMs, double otherwise) {
        return presence.covers(epochMs) ? signal.at(epochMs) : otherwise;
    }
}
