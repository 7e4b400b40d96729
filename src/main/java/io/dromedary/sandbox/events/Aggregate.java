// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.events;

import io.dromedary.sandbox.story.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * A question for numbers made of events.
 *
 * @param fromMs inclusive, epoch milliseconds
 * @param toMs exclusive
 */
public record Aggregate(
        Product product,
        Predicate<Event> filter,
        long fromMs,
        long toMs,
        List<Compute> computes,
        List<Grouping> groups) {

    /** Slots looked through: more than a day of traces. Of a longer window every nth slot stands for n. */
    static final long MOST_SLOTS = 12_000;

    public Aggregate {
        computes = List.copyOf(computes);
        groups = List.copyOf(groups);
    }

    /**
     * A group and its numbers.
     *
     * @param by the group's value of each facet
     * @param values of each compute by begin of bucket, buckets without events left out
     */
    public record Row(Map<String, Object> by, List<SortedMap<Long, Double>> values) {}

    /** Answers from the archive; no rows when there are no events. */
    public List<Row> rows(Archive archive, long nowMs) {
        long from = Math.max(fromMs, archive.earliest(product, nowMs));
        long stride = Math.max(1, (archive.slots(product, from, toMs) + MOST_SLOTS - 1) / MOST_SLOTS);
        var all = new Group(this, 0);
        boolean any = add(archive.sent(product, from, toMs), 1, all);
        for (var slots = archive.told(product, from, toMs, stride).iterator(); slots.hasNext(); ) {
            any |= add(slots.next(), stride, all);
        }
        var rows = new ArrayList<Row>();
        if (any) {
            all.rows(Map.of(), rows);
        }
        return rows;
    }

    /** Adds what passes the filter; returns whether anything does. */
    private boolean add(List<Event> events, long weight, Group all) {
        boolean any = false;
        for (var event : events) {
            if (filter.test(event)) {
                any = true;
                all.add(event, weight);
            }
        }
        return any;
    }
}
