// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import java.time.Duration;

/** How wide a bucket is. */
final class Intervals {

    /** Datadog's own limit on the points of one series; alert rules ask for 43,200. */
    static final int MAX_POINTS = 1_500;

    /** Widths that people read easily; panels of slightly different size get the same one and so share calls. */
    private static final long[] STEPS_SECONDS = {
        1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1_200, 1_800, 3_600, 7_200, 14_400, 21_600, 43_200, 86_400
    };

    private Intervals() {}

    /**
     * Returns the narrowest readable bucket that keeps a series within what the panel draws and Datadog gives.
     *
     * <p>Datadog may widen it, never narrow it. Example: 1 h at 360 points gives 10 s, at 43,200 points 5 s.
     *
     * @param panelInterval the panel's own minimum, may be zero
     * @param maxDataPoints points the panel draws; 0 or less counts as unknown
     * @return whole seconds, at least 1 s
     */
    static Duration forPanel(TimeRange range, Duration panelInterval, long maxDataPoints) {
        var points = maxDataPoints <= 0 ? MAX_POINTS : Math.min(maxDataPoints, MAX_POINTS);
        var lengthMillis = range.length().toMillis();
        var neededMillis = Math.max(ceilDiv(lengthMillis, points), panelInterval.toMillis());
        return Duration.ofSeconds(step(ceilDiv(neededMillis, 1_000)));
    }

    private static long step(long seconds) {
        for (var step : STEPS_SECONDS) {
            if (step >= seconds) {
                return step;
            }
        }
        var day = STEPS_SECONDS[STEPS_SECONDS.length - 1];
        return ceilDiv(seconds, day) * day;
    }

    private static long ceilDiv(long dividend, long divisor) {
        return dividend / divisor + (dividend % divisor == 0 ? 0 : 1);
    }
}
