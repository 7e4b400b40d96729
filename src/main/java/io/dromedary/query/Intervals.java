// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import java.time.Duration;

/** Chooses how wide the points of a panel are. */
public final class Intervals {

    /** Datadog's own limit of points in a series. */
    public static final int MAX_POINTS = 1_500;

    private static final long DAY = 86_400;

    /** Widths in seconds that people read easily, and that panels of slightly different width have in common. */
    private static final long[] NICE = {
        1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1_200, 1_800, 3_600, 7_200, 14_400, 21_600, 43_200, DAY
    };

    private Intervals() {}

    /**
     * Returns the narrowest width in whole seconds that draws at most {@code maxDataPoints} points, and at most
     * Datadog's 1,500, but is not narrower than {@code panelInterval}.
     *
     * <p>A width that follows from the number of points is rounded up to a nice one; one that the panel itself asks for
     * is kept. Datadog may widen it, never narrow it. Examples: 6 h at 1,500 points gives 15 s, 1 h at 360 points 10 s.
     *
     * @param panelInterval what the panel asks for at least (Grafana's {@code intervalMS}); zero or less says nothing
     * @param maxDataPoints points the panel can draw; zero or less says nothing
     * @return whole seconds, at least 1 s
     */
    public static Duration forPanel(Duration panelInterval, long maxDataPoints, TimeRange range) {
        var length = Math.max(1, ceilSeconds(range.length()));
        var points = maxDataPoints <= 0 ? MAX_POINTS : Math.min(maxDataPoints, MAX_POINTS);
        var needed = ceilDiv(length, points);
        var asked = Math.min(ceilSeconds(panelInterval), length); // wider than everything is no use
        return Duration.ofSeconds(asked >= needed ? asked : nice(needed));
    }

    private static long nice(long seconds) {
        for (var width : NICE) {
            if (width >= seconds) {
                return width;
            }
        }
        return ceilDiv(seconds, DAY) * DAY;
    }

    private static long ceilSeconds(Duration duration) {
        return duration.isNegative() ? 0 : duration.getSeconds() + (duration.getNano() > 0 ? 1 : 0);
    }

    /** Returns the quotient, rounded up. */
    public static long ceilDiv(long dividend, long divisor) {
        return -Math.floorDiv(-dividend, divisor);
    }
}
