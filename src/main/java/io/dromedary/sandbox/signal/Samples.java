// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.signal;

/**
 * Looks for the lowest and highest point of a bucket by looking often enough. The instants of a long bucket are among
 * those of the short buckets in it, so a wider bucket never reports a maximum that no narrower one has seen.
 */
final class Samples {

    /** Each divides the next. */
    private static final long[] STEP_MS = {10_000, 60_000, 300_000, 900_000};

    private static final int ENOUGH = 96;

    private Samples() {}

    /** A value of the piece of time that begins at {@code fromMs}, NaN for none. */
    interface Sample {
        double of(long fromMs, long toMs);
    }

    /** The lowest or highest of the samples of each bucket and of its whole; none where there is no whole. */
    static double[] extremes(boolean highest, double[] wholes, long[] edges, Sample sample) {
        var found = wholes.clone();
        for (int i = 0; i < found.length; i++) {
            if (!Double.isNaN(found[i])) {
                found[i] = extreme(highest, found[i], edges[i], edges[i + 1], sample);
            }
        }
        return found;
    }

    private static double extreme(boolean highest, double whole, long fromMs, long toMs, Sample sample) {
        long step = step(toMs - fromMs);
        double found = whole;
        for (long at = -Math.floorDiv(-fromMs, step) * step; at < toMs; at += step) {
            double value = sample.of(at, Math.min(at + STEP_MS[0], toMs));
            if (highest ? value > found : value < found) {
                found = value;
            }
        }
        return found;
    }

    private static long step(long lengthMs) {
        for (long step : STEP_MS) {
            if (lengthMs / step <= ENOUGH) {
                return step;
            }
        }
        return STEP_MS[STEP_MS.length - 1];
    }
}
