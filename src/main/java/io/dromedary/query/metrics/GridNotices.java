// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.frame.Notice;
import io.dromedary.query.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a viewer should know about the points Datadog gave: that they are wider than asked, or do not fill the window.
 */
final class GridNotices {

    /** Datadog's own limit of points in a series; fewer cannot have been cut. */
    private static final int MAX_POINTS = 1_500;

    private GridNotices() {}

    /** @param asked the width of points that was asked for; nothing when it is no single one */
    static List<Notice> of(Grid grid, Window window, Optional<Duration> asked) {
        var notices = new ArrayList<Notice>();
        var distances = grid.distances();
        if (distances.length < 2) {
            return notices;
        }
        var width = Duration.ofNanos(distances[0]);
        asked.filter(wanted -> isEven(distances) && isWidened(wanted, width, window))
                .ifPresent(wanted -> notices.add(Notice.info("Datadog gave one point every " + text(width) + " where "
                        + text(wanted) + " were asked for. Choose a shorter time range for narrower points")));
        if (distances.length + 1 >= MAX_POINTS && isCut(grid, window, width)) {
            notices.add(Notice.warning("Datadog gave the first or last " + (distances.length + 1)
                    + " points only. Choose a wider rollup or a shorter time range to see the whole"));
        }
        return notices;
    }

    /**
     * Whether the narrowest distance is also the usual one. Sparse data has holes of all sizes, which say nothing about
     * the width Datadog chose.
     */
    private static boolean isEven(long[] distances) {
        return distances[distances.length * 3 / 4] == distances[0];
    }

    /**
     * A rollup of the query's own is widened only where it makes too many points; rare data may be no more than rare.
     */
    private static boolean isWidened(Duration wanted, Duration width, Window window) {
        var range = Duration.between(window.range().from(), window.range().to());
        return width.compareTo(wanted) > 0
                && (wanted.equals(window.interval()) || range.compareTo(wanted.multipliedBy(MAX_POINTS)) > 0);
    }

    private static boolean isCut(Grid grid, Window window, Duration width) {
        var first = Duration.ofNanos(grid.times()[0]);
        var last = Duration.ofNanos(grid.times()[grid.times().length - 1]);
        var from = Duration.ofSeconds(window.range().from().getEpochSecond());
        var to = Duration.ofSeconds(window.range().to().getEpochSecond());
        var tolerance = width.multipliedBy(3);
        return first.minus(from).compareTo(tolerance) > 0 || to.minus(last).compareTo(tolerance) > 0;
    }

    static String text(Duration duration) {
        return duration.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
