// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.slo;

import io.dromedary.sandbox.world.Dice;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * A time that does not count: the weekly maintenance of the stores, which checkout cannot do without.
 *
 * @param id a UUID
 * @param startMs epoch milliseconds, as is {@code endMs}
 */
public record Correction(String id, String sloId, long startMs, long endMs) {

    private static final String SLO = "slo-checkout-availability";
    private static final long WEEK_MS = TimeUnit.DAYS.toMillis(7);
    private static final long LENGTH_MS = TimeUnit.HOURS.toMillis(1);
    /** Sunday, 2020-01-05, 02:00 UTC. */
    private static final long FIRST_MS = 1_578_189_600_000L;

    private static Correction of(long week) {
        long key = Dice.key(41, week);
        long start = FIRST_MS + week * WEEK_MS;
        return new Correction(new UUID(key, Dice.key(key, 1)).toString(), SLO, start, start + LENGTH_MS);
    }

    /** The corrections of all SLOs that began in a window, newest first. */
    public static List<Correction> between(long fromMs, long toMs) {
        long last = Math.floorDiv(toMs - FIRST_MS, WEEK_MS);
        long first = Math.floorDiv(fromMs - FIRST_MS, WEEK_MS) + 1;
        return LongStream.rangeClosed(first, last)
                .mapToObj(week -> of(first + last - week))
                .toList();
    }

    /** Whether a time does not count for an SLO. */
    static boolean covers(Slo slo, long epochMs) {
        return slo.id().equals(SLO) && Math.floorMod(epochMs - FIRST_MS, WEEK_MS) < LENGTH_MS;
    }
}
