// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.events;

import io.dromedary.sandbox.story.Event;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Events that were sent in; of each product the last {@value #MOST} are kept. Safe for any number of threads. */
public final class Inbox {

    static final int MOST = 1000;

    private final Map<Product, Deque<Event>> events = new EnumMap<>(Product.class);

    public synchronized void add(Product product, Event event) {
        var kept = events.computeIfAbsent(product, first -> new ArrayDeque<>());
        kept.addLast(event.told());
        if (kept.size() > MOST) {
            kept.removeFirst();
        }
    }

    /** The events of a product in a window, from inclusive, to exclusive, in order of time. */
    synchronized List<Event> between(Product product, long fromMs, long toMs) {
        return events.getOrDefault(product, new ArrayDeque<>()).stream()
                .filter(event -> event.timestampMs() >= fromMs && event.timestampMs() < toMs)
                .sorted(Event.IN_TIME)
                .toList();
    }
}
