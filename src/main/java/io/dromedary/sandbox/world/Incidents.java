// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.world;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * When something goes wrong: time is cut into slots of six hours UTC, and most of them hold one incident. Safe for any
 * number of threads: what is kept of a slot is a function of its number, so a lost write only costs a second throw.
 */
public final class Incidents {

    /** Length of a slot. */
    public static final long SLOT_MS = TimeUnit.HOURS.toMillis(6);

    private static final double CHANCE = 0.85;
    /** No incident touches its slot's first or last half hour. */
    private static final long MARGIN_MS = TimeUnit.MINUTES.toMillis(30);

    private static final long SHORTEST_MS = TimeUnit.MINUTES.toMillis(16);
    private static final long SPREAD_MS = TimeUnit.MINUTES.toMillis(10);

    /** Slots kept at hand, a year and a half. */
    private static final int KEPT = 2048;

    private final long seed;
    private final List<Service> services;
    private final AtomicReferenceArray<Slot> slots = new AtomicReferenceArray<>(KEPT);

    Incidents(long seed, List<Service> services) {
        this.seed = Dice.key(seed, "incidents");
        this.services = services;
    }

    /** The number of the slot that holds a time of epoch milliseconds. */
    public static long slotOf(long epochMs) {
        return Math.floorDiv(epochMs, SLOT_MS);
    }

    public Optional<Incident> in(long slot) {
        int place = Math.floorMod(slot, KEPT);
        var kept = slots.get(place);
        if (kept == null || kept.number() != slot) {
            kept = new Slot(slot, Optional.ofNullable(find(slot)));
            slots.set(place, kept);
        }
        return kept.incident();
    }

    /** The incidents that overlap a window, oldest first. */
    public List<Incident> between(long fromMs, long toMs) {
        return LongStream.rangeClosed(slotOf(fromMs), slotOf(toMs))
                .mapToObj(this::in)
                .flatMap(Optional::stream)
                .filter(incident -> incident.startMs() < toMs && incident.endMs() > fromMs)
                .toList();
    }

    private @Nullable Incident find(long slot) {
        long key = Dice.key(seed, slot);
        if (Dice.unit(key) >= CHANCE) {
            return null;
        }
        long length = SHORTEST_MS + (long) (SPREAD_MS * Dice.unit(key + 1));
        long room = SLOT_MS - 2 * MARGIN_MS - length;
        long start = slot * SLOT_MS + MARGIN_MS + (long) (room * Dice.unit(key + 2));
        long wholeMinute = start - Math.floorMod(start, 60_000L);
        String service = services.get(Dice.below(key + 3, services.size())).name();
        return new Incident(slot, service, wholeMinute, wholeMinute + length, 0.7 + 0.6 * Dice.unit(key + 4));
    }

    private record Slot(long number, Optional<Incident> incident) {}
}
