// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.world;

/**
 * Twenty bad minutes of one production service.
 *
 * @param number the slot of six hours since the epoch it falls into; unique
 * @param service name of the service where it starts
 * @param startMs epoch milliseconds, when the first signs show
 * @param endMs epoch milliseconds, when all is well again
 * @param strength 0.7 to 1.3, 1 on average
 */
public record Incident(long number, String service, long startMs, long endMs, double strength) {

    private static final long RISE_MS = 120_000;
    private static final long FALL_MS = 240_000;

    /** How bad it is at a time: 0 outside, rising to {@code strength} in two minutes, falling in the last four. */
    public double at(long epochMs) {
        double rising = (double) (epochMs - startMs) / RISE_MS;
        double falling = (double) (endMs - epochMs) / FALL_MS;
        return strength * Math.max(0, Math.min(1, Math.min(rising, falling)));
    }

    /** The integral of {@link #at} from its start to a time, in seconds. */
    public double cumulative(long epochMs) {
        double time = Math.min(Math.max(epochMs, startMs), endMs) - startMs;
        double length = endMs - startMs;
        double rise = Math.min(time, RISE_MS);
        double flat = Math.max(0, Math.min(time, length - FALL_MS) - RISE_MS);
        double fall = Math.max(0, time - (length - FALL_MS));
        double area = rise * rise / (2 * RISE_MS) + flat + fall - fall * fall / (2 * FALL_MS);
        return strength * area / 1000;
    }
}
