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

    /** Cells of 33 s, 4 min, 70 min and 9 h: powers of two in milliseconds, as shifting is cheaper than dividing. */
    private static final int[] CELL_BITS = {15, 18, 22, 25};

    private static final double[] WEIGHT = {0.4, 0.25, 0.2, 0.15};
    /** Makes the wave u(1-u)(1-2u) peak at 1. */
    private static final double PEAK = 10.392304845413264;

    private Noise() {}

    public static double at(long key, long epochMs) {
        double sum = 0;
        for (int layer = 0; layer < CELL_BITS.length; layer++) {
            long shifted = epochMs + phase(key, layer);
            double u = part(shifted, layer);
            sum += height(key, layer, shifted >> CELL_BITS[layer]) * u * (1 - u) * (1 - 2 * u);
        }
        return PEAK * sum;
    }

    /** The integral from the epoch, in seconds: what is left of the four cells that hold the time. */
    public static double cumulative(long key, long epochMs) {
        double sum = 0;
        for (int layer = 0; layer < CELL_BITS.length; layer++) {
            long shifted = epochMs + phase(key, layer);
            double u = part(shifted, layer);
            double rest = u * (1 - u);
            sum += height(key, layer, shifted >> CELL_BITS[layer]) * rest * rest * (1L << CELL_BITS[layer]);
        }
        return PEAK * sum / 2000;
    }

    /** How far into its cell a time is, 0 to 1. */
    private static double part(long shifted, int layer) {
        long size = 1L << CELL_BITS[layer];
        return (double) (shifted & (size - 1)) / size;
    }

    /** Each key has cells of its own, so that series do not swing in step. */
    private static long phase(long key, int layer) {
        return (key >>> (layer * 8)) & 0xFFFFFFFL;
    }

    private static double height(long key, int layer, long cell) {
        return WEIGHT[layer] * Dice.signed(key + cell * 0x9E3779B97F4A7C15L + layer);
    }
}
