// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import io.dromedary.metricql.tree.Rollup;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a window into buckets: aligned to Unix time or to a calendar, the first one starting in the window (the last
 * bucket before it when none does), none starting in the future, never more than {@link #MOST}. The last one is whole
 * even when it ends after the window, so that a point does not depend on the window it is asked in.
 */
final class Buckets {

    /** Points of a series at most; a finer interval is widened. */
    static final int MOST = 1500;

    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    /** Spans and the intervals chosen for them when nobody says one: docs, rollup. */
    private static final long[][] DEFAULTS = {
        {HOUR, 20 * SECOND},
        {4 * HOUR, MINUTE},
        {DAY, 5 * MINUTE},
        {2 * DAY, 10 * MINUTE},
        {7 * DAY, HOUR},
        {31 * DAY, 4 * HOUR}
    };

    private static final long[] ROUND = {
        SECOND,
        2 * SECOND,
        5 * SECOND,
        10 * SECOND,
        20 * SECOND,
        30 * SECOND,
        MINUTE,
        2 * MINUTE,
        5 * MINUTE,
        10 * MINUTE,
        20 * MINUTE,
        30 * MINUTE,
        HOUR,
        2 * HOUR,
        4 * HOUR,
        8 * HOUR,
        12 * HOUR,
        DAY,
        7 * DAY,
        28 * DAY
    };

    /** As long as Datadog keeps metrics: wider buckets make no sense. */
    private static final long WIDEST = 456 * DAY;

    private Buckets() {}

    static Grid of(Window window, Optional<Rollup> rollup) {
        var calendar = rollup.map(Rollup::calendar);
        if (calendar.isPresent()) {
            return calendar(window, calendar.get(), zone(rollup.get().zone()));
        }
        return regular(window, interval(window, rollup.map(Rollup::seconds)));
    }

    private static long interval(Window window, Optional<Double> seconds) {
        long wanted = seconds.map(value -> (long) (value * SECOND)).orElse(window.intervalMs());
        if (seconds.isPresent() && wanted < SECOND) {
            throw new RefusedQueryException("rollup interval must be at least 1 second");
        }
        long span = window.toMs() - window.fromMs();
        long chosen = wanted > 0 ? Math.min(Math.max(wanted, SECOND), WIDEST) : usual(span);
        return span <= chosen * MOST ? chosen : rounded(Math.max(chosen, (span + MOST - 1) / MOST));
    }

    private static long usual(long span) {
        for (long[] choice : DEFAULTS) {
            if (span <= choice[0]) {
                return choice[1];
            }
        }
        return rounded(span / 180);
    }

    private static long rounded(long least) {
        for (long round : ROUND) {
            if (round >= least) {
                return round;
            }
        }
        return Math.min((least + DAY - 1) / DAY * DAY, WIDEST);
    }

    private static Grid regular(Window window, long interval) {
        long first = -Math.floorDiv(-window.fromMs(), interval) * interval;
        if (first >= window.toMs()) {
            first -= interval;
        }
        long end = Math.min(window.toMs(), window.nowMs());
        return Grid.regular(first, interval, (int) Math.max(0, (end - first + interval - 1) / interval));
    }

    private static Grid calendar(Window window, String unit, ZoneId zone) {
        var at = begin(Instant.ofEpochMilli(window.fromMs()).atZone(zone), unit);
        var edges = new ArrayList<Long>();
        long end = Math.min(window.toMs(), window.nowMs());
        while (at.toInstant().toEpochMilli() < end && edges.size() < MOST) {
            edges.add(at.toInstant().toEpochMilli());
            at = next(at, unit);
        }
        edges.add(at.toInstant().toEpochMilli());
        boolean startsBefore = edges.size() > 2 && edges.get(0) < window.fromMs();
        return Grid.between(edges.stream()
                .skip(startsBefore ? 1 : 0)
                .mapToLong(Long::longValue)
                .toArray());
    }

    private static ZonedDateTime begin(ZonedDateTime time, String unit) {
        var day = time.truncatedTo(ChronoUnit.DAYS);
        return switch (unit) {
            case "weekly" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "monthly" -> day.withDayOfMonth(1);
            default -> day;
        };
    }

    private static ZonedDateTime next(ZonedDateTime time, String unit) {
        return switch (unit) {
            case "weekly" -> time.plusWeeks(1);
            case "monthly" -> time.plusMonths(1);
            default -> time.plusDays(1);
        };
    }

    /** The time zone of a name, UTC when there is no name. */
    static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new RefusedQueryException("unknown timezone: " + name);
        }
    }
}
