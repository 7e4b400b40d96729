// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.world;

import java.util.concurrent.TimeUnit;

/**
 * When something exists: from {@code fromMs} (inclusive) to {@code toMs} (exclusive), and of every day between
 * {@code dailyFromMs} and {@code dailyToMs} after 00:00 UTC.
 */
public record Presence(long fromMs, long toMs, long dailyFromMs, long dailyToMs) {

    private static final long DAY = TimeUnit.DAYS.toMillis(1);

    public static final Presence ALWAYS = new Presence(Long.MIN_VALUE, Long.MAX_VALUE, 0, DAY);

    public static final Presence DAYTIME =
            new Presence(Long.MIN_VALUE, Long.MAX_VALUE, TimeUnit.HOURS.toMillis(6), TimeUnit.HOURS.toMillis(22));

    public static Presence between(long fromMs, long toMs) {
        return new Presence(fromMs, toMs, 0, DAY);
    }

    public boolean covers(long epochMs) {
        long ofDay = Math.floorMod(epochMs, DAY);
        return epochMs >= fromMs && epochMs < toMs && ofDay >= dailyFromMs && ofDay < dailyToMs;
    }

    /** Calls {@code visitor} with each piece of the window that is covered, in order of time. */
    public void pieces(long windowFromMs, long windowToMs, Visitor visitor) {
        long from = Math.max(windowFromMs, fromMs);
        long to = Math.min(windowToMs, toMs);
        if (dailyFromMs == 0 && dailyToMs == DAY) {
            visit(from, to, visitor);
            return;
        }
        for (long day = Math.floorDiv(from, DAY) * DAY; day < to; day += DAY) {
            visit(Math.max(from, day + dailyFromMs), Math.min(to, day + dailyToMs), visitor);
        }
    }

    private static void visit(long from, long to, Visitor visitor) {
        if (from < to) {
            visitor.piece(from, to);
        }
    }

    /** Takes a piece of time, from inclusive, to exclusive, epoch milliseconds. */
    public interface Visitor {
        void piece(long fromMs, long toMs);
    }
}
