// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.story;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened. What is often asked for is at hand; the rest is told when somebody wants it. Made for one
 * call, or told at once; not safe for several threads before that.
 */
public final class Event {

    /** The order of their times; what happens at the same moment has an order, too. */
    public static final Comparator<Event> IN_TIME =
            Comparator.comparingLong(Event::timestampMs).thenComparingLong(Event::key);

    private final long timestampMs;
    private final long key;
    private final Origin origin;
    private final String status;
    private final Supplier<Map<String, Object>> teller;
    private @Nullable Map<String, Object> content;

    /**
     * Who reports something; shared by many events.
     *
     * @param service empty when it is no service
     * @param host empty when it is no host
     * @param tags as {@code key:value}, may hold the same one twice
     */
    public record Origin(String service, String host, List<String> tags) {
        public Origin {
            tags = List.copyOf(tags);
        }
    }

    /**
     * @param timestampMs epoch milliseconds
     * @param key tells events of a product apart
     * @param status what it is found by as {@code status}, may be empty
     * @param teller gives the JSON object under {@code attributes} of an answer, in the order it is written
     */
    public Event(long timestampMs, long key, Origin origin, String status, Supplier<Map<String, Object>> teller) {
        this.timestampMs = timestampMs;
        this.key = key;
        this.origin = origin;
        this.status = status;
        this.teller = teller;
    }

    public long timestampMs() {
        return timestampMs;
    }

    public long key() {
        return key;
    }

    /** The number by which v1 knows it: beyond what a double holds. */
    public long number() {
        return number(key);
    }

    static long number(long key) {
        return key >>> 2 | 1L << 60;
    }

    public Origin origin() {
        return origin;
    }

    public String status() {
        return status;
    }

    /** Returns what stands under {@code attributes}: texts, numbers, truth values, lists and maps of these. */
    public Map<String, Object> content() {
        var told = content;
        if (told == null) {
            told = teller.get();
            content = told;
        }
        return told;
    }

    /** Returns this event with its content told, for others to share. */
    public Event told() {
        content();
        return this;
    }
}
