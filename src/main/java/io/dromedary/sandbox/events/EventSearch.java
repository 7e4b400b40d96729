// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.events;

import io.dromedary.sandbox.story.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A question for a page of events.
 *
 * @param fromMs inclusive, epoch milliseconds
 * @param toMs exclusive
 * @param limit events at most
 * @param after the last event of the page before, null for the first page
 */
public record EventSearch(
        Product product,
        Predicate<Event> filter,
        long fromMs,
        long toMs,
        boolean newestFirst,
        int limit,
        @Nullable Position after) {

    /** Slots looked through for one page: a day of traces. Then the page is partial, as Datadog's are. */
    static final long MOST_SLOTS = 8640;

    /**
     * Some events.
     *
     * @param partial whether it took too long to look through the whole window
     * @param next where the next page goes on; null when there is nothing left of the window
     */
    public record Page(
            List<Event> events, boolean partial, @Nullable Position next) {}

    /** Answers from the archive. */
    public Page page(Archive archive, long nowMs) {
        long from = Math.max(fromMs, archive.earliest(product, nowMs));
        long to = toMs;
        if (after != null && newestFirst) {
            to = Math.min(to, after.ms() + 1);
        } else if (after != null) {
            from = Math.max(from, after.ms());
        }
        var events = new ArrayList<Event>();
        var slots = archive.tell(product, from, to, newestFirst).iterator();
        for (long told = 0; slots.hasNext() && events.size() < limit; told++) {
            if (told == MOST_SLOTS) {
                return new Page(events, true, archive.edge(product, from, to, newestFirst, told));
            }
            take(slots.next(), events);
        }
        return new Page(events, false, events.isEmpty() ? null : position(events.get(events.size() - 1)));
    }

    private void take(List<Event> slot, List<Event> events) {
        for (var event : slot) {
            if (events.size() == limit) {
                return;
            }
            if (isNext(event) && filter.test(event)) {
                events.add(event);
            }
        }
    }

    private boolean isNext(Event event) {
        if (after == null) {
            return true;
        }
        int order = after.compare(event);
        return newestFirst ? order < 0 : order > 0;
    }

    private static Position position(Event event) {
        return new Position(event.timestampMs(), event.key());
    }
}
