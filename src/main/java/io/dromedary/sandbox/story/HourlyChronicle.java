// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.story;

import io.dromedary.sandbox.world.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What happens now and then, each thing by itself at any moment of an hour. */
abstract class HourlyChronicle implements Chronicle {

    private static final long SLOT_MS = TimeUnit.HOURS.toMillis(1);

    private final long seed;

    HourlyChronicle(long seed) {
        this.seed = seed;
    }

    @Override
    public final long slotMs() {
        return SLOT_MS;
    }

    @Override
    public final List<Event> in(long slot) {
        long startMs = slot * SLOT_MS;
        long hour = Dice.key(seed, slot);
        int count = (int) (expected(startMs) + Dice.unit(hour));
        var events = new ArrayList<Event>();
        for (int number = 0; number < count; number++) {
            long key = Dice.key(hour, number);
            events.add(event(startMs + (long) (SLOT_MS * Dice.unit(key + 1)), key));
        }
        events.sort(Event.IN_TIME);
        return events;
    }

    /** How many things happen on average in the hour that begins at a time of epoch milliseconds. */
    abstract double expected(long epochMs);

    /** Tells one of them; the numbers from {@code key + 2} on are its own to throw dice with. */
    abstract Event event(long epochMs, long key);
}
