// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.world;

/**
 * Wobble between about -1 and 1, a pure function of a key and the time, with an average of 0.
 *
 * <p>Four layers of waves, from half a minute to eight hours. Each wave swings as far up as down within its own cell,
 * so a window's integral depends on its two ends only: a bucket of a month costs what a bucket of a second does, and
 * buckets add up exactly.
 */
public final class Noise {

    /** Primes, so that cells of different layers and round buckets never march in step. */
    private static final long[] CELL_MS = {37_003, 311_009, 3_571_003, 28_657_019};

    private static final double[] WEIGHT = {0.4, 0.25, 0.2, 0.15};
    /** Makes the wave u(1-u)(1-2u) peak at 1. */
    private static final double PEAK = 10.392304845413264;

    private Noise() {}

    public static double at(long key, long epochMs) {
        double sum = 0;
        for (int layer = 0; layer < CELL_MS.length; layer++) {
            long shifted = epochMs + phase(key, layer);
            long cell = Math.floorDiv(shifted, CELL_MS[layer]);
            double u = (shifted - cell * CELL_MS[layer]) / (double) CELL_MS[layer];
            sum += height(key, layer, cell) * PEAK * u * (1 - u) * (1 - 2 * u);
        }
        return sum;
    }

    /** The integral from the epoch, in seconds: what is left of the four cells that hold the time. */
    public static double cumulative(long key, long epochMs) {
        double sum = 0;
        for (int layer = 0; layer < CELL_MS.length; layer++) {
            long shifted = epochMs + phase(key, layer);
            long cell = Math.floorDiv(shifted, CELL_MS[layer]);
            double u = (shifted - cell * CELL_MS[layer]) / (double) CELL_MS[layer];
            double rest = u * (1 - u);
            sum += height(key, layer, cell) * PEAK * 0.5 * rest * rest * CELL_MS[layer] / 1000.0;
        }
        return sum;
    }

    private static long phase(long key, int layer) {
        return (key >>> (layer * 8)) & 0xFFFFFFFL;
    }

    private static double height(long key, int layer, long cell) {
        return WEIGHT[layer] * Dice.signed(key + cell * 0x9E3779B97F4A7C15L + layer);
    }
}
