// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.world;

/**
 * How busy people keep a shop in the course of a week, 1 on average: quiet nights, a morning rise, a peak in the
 * evening, calmer weekends.
 *
 * <p>Constant within a minute, so that its integral over any window is known without walking through the window.
 */
public final class Rhythm {

    private static final int MINUTES = 7 * 24 * 60;
    private static final int DAY = 24 * 60;
    /** The Unix epoch was a Thursday; minutes from the Monday before it. */
    private static final int EPOCH_MINUTE = 3 * DAY;

    private final double[] level = new double[MINUTES];
    /** Integral from Monday 00:00 to the minute's start, in minutes. */
    private final double[] total = new double[MINUTES + 1];

    public Rhythm() {
        double sum = 0;
        for (int minute = 0; minute < MINUTES; minute++) {
            level[minute] = shape(minute);
            sum += level[minute];
        }
        for (int minute = 0; minute < MINUTES; minute++) {
            level[minute] *= MINUTES / sum;
            total[minute + 1] = total[minute] + level[minute];
        }
    }

    /** The level at a time of epoch milliseconds, in a place {@code offsetMinutes} ahead of UTC. */
    public double at(long epochMs, int offsetMinutes) {
        long minute = Math.floorDiv(epochMs, 60_000L) + EPOCH_MINUTE + offsetMinutes;
        return level[Math.floorMod(minute, MINUTES)];
    }

    /** The level's integral from the epoch, in seconds; differences of it are integrals over windows. */
    public double cumulative(long epochMs, int offsetMinutes) {
        long shifted = epochMs + (EPOCH_MINUTE + offsetMinutes) * 60_000L;
        long minute = Math.floorDiv(shifted, 60_000L);
        int ofWeek = Math.floorMod(minute, MINUTES);
        double part = (shifted - minute * 60_000L) / 60_000.0;
        double minutes = (double) Math.floorDiv(minute, MINUTES) * MINUTES + total[ofWeek] + part * level[ofWeek];
        return minutes * 60;
    }

    private static double shape(int minute) {
        double hour = minute % DAY / 60.0;
        double day = 0.45 + bump(hour, 11, 3.2) * 0.75 + bump(hour, 20, 2.4) * 1.1 - bump(hour, 3.5, 2.5) * 0.2;
        return minute / DAY >= 5 ? day * 0.8 : day;
    }

    private static double bump(double hour, double centre, double width) {
        double distance = Math.abs(hour - centre);
        double wrapped = Math.min(distance, 24 - distance) / width;
        return Math.exp(-wrapped * wrapped);
    }
}
