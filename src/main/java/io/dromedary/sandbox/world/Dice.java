// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.world;

/**
 * Chance without state: every throw is a function of its keys, so the same question always gets the same answer, on
 * every machine and in any order.
 */
public final class Dice {

    private static final double UNIT = 1.0 / (1L << 53);

    private Dice() {}

    /** Mixes two keys into a new one; unlike {@code a ^ b} the order matters. */
    public static long key(long first, long second) {
        return scramble(scramble(first + 0x9E3779B97F4A7C15L) + second);
    }

    /** A key of a text, stable across JVMs. */
    public static long key(long first, String second) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < second.length(); i++) {
            hash = (hash ^ second.charAt(i)) * 0x100000001B3L;
        }
        return key(first, hash);
    }

    /** A number from 0 (inclusive) to 1 (exclusive). */
    public static double unit(long key) {
        return (scramble(key) >>> 11) * UNIT;
    }

    /** A number from -1 to 1. */
    public static double signed(long key) {
        return 2 * unit(key) - 1;
    }

    /** A whole number from 0 (inclusive) to {@code bound} (exclusive). */
    public static int below(long key, int bound) {
        return (int) (unit(key) * bound);
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014): every bit of the input moves half of the output's. */
    private static long scramble(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
