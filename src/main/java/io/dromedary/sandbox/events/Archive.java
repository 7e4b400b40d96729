// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.events;

import io.dromedary.sandbox.monitor.Monitors;
import io.dromedary.sandbox.story.Audits;
import io.dromedary.sandbox.story.Changes;
import io.dromedary.sandbox.story.Chronicle;
import io.dromedary.sandbox.story.Event;
import io.dromedary.sandbox.story.Logs;
import io.dromedary.sandbox.story.Pipelines;
import io.dromedary.sandbox.story.Signals;
import io.dromedary.sandbox.story.Spans;
import io.dromedary.sandbox.story.TestRuns;
import io.dromedary.sandbox.story.Traces;
import io.dromedary.sandbox.story.Views;
import io.dromedary.sandbox.world.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What has happened, by product: what the story tells, and what was sent in. Safe for any number of threads. */
public final class Archive {

    /** How long Datadog keeps logs and spans, unless one pays for more. */
    private static final long KEPT_SHORT_MS = TimeUnit.DAYS.toMillis(15);

    /** How long it keeps the rest. */
    private static final long KEPT_LONG_MS = TimeUnit.DAYS.toMillis(456);

    private final Map<Product, Chronicle> chronicles = new EnumMap<>(Product.class);
    private final Traces traces;
    private final Inbox inbox;

    public Archive(World world, Monitors monitors, Inbox inbox) {
        this.inbox = inbox;
        this.traces = new Traces(world);
        chronicles.put(Product.LOGS, new Logs(traces));
        chronicles.put(Product.SPANS, new Spans(traces));
        chronicles.put(Product.RUM, new Views(traces));
        chronicles.put(Product.AUDIT, new Audits(world));
        chronicles.put(Product.EVENTS, new Changes(world, monitors));
        chronicles.put(Product.CI_PIPELINES, new Pipelines(world));
        chronicles.put(Product.CI_TESTS, new TestRuns(world));
        chronicles.put(Product.SECURITY_SIGNALS, new Signals(world));
    }

    public Traces traces() {
        return traces;
    }

    /** The time before which a product knows nothing. */
    long earliest(Product product, long nowMs) {
        return nowMs - (chronicle(product).slotMs() == Traces.SLOT_MS ? KEPT_SHORT_MS : KEPT_LONG_MS);
    }

    /** How many slots a window touches. */
    long slots(Product product, long fromMs, long toMs) {
        long size = chronicle(product).slotMs();
        return fromMs >= toMs ? 0 : Math.floorDiv(toMs - 1, size) - Math.floorDiv(fromMs, size) + 1;
    }

    /**
     * Tells a window slot by slot, when they are asked for, with what was sent in.
     *
     * @param toMs exclusive
     * @param newestFirst whether slots, and the events in them, come in the opposite order of time
     */
    Stream<List<Event>> tell(Product product, long fromMs, long toMs, boolean newestFirst) {
        var chronicle = chronicle(product);
        long size = chronicle.slotMs();
        long last = Math.floorDiv(toMs - 1, size);
        long steps = slots(product, fromMs, toMs);
        var sent = sent(product, fromMs, toMs);
        return LongStream.range(0, steps)
                .map(step -> newestFirst ? last - step : last - steps + 1 + step)
                .mapToObj(slot -> {
                    var events = within(chronicle.in(slot), fromMs, toMs);
                    if (!sent.isEmpty()) {
                        events.addAll(within(sent, slot * size, (slot + 1) * size));
                        events.sort(Event.IN_TIME);
                    }
                    if (newestFirst) {
                        Collections.reverse(events);
                    }
                    return events;
                });
    }

    /**
     * Tells a window slot by slot, without what was sent in.
     *
     * @param toMs exclusive
     * @param stride 1 for each slot, n for every nth
     */
    Stream<List<Event>> told(Product product, long fromMs, long toMs, long stride) {
        var chronicle = chronicle(product);
        long first = Math.floorDiv(fromMs, chronicle.slotMs());
        long steps = (slots(product, fromMs, toMs) + stride - 1) / stride;
        return LongStream.range(0, steps).mapToObj(step -> within(chronicle.in(first + step * stride), fromMs, toMs));
    }

    /** What was sent in of a window, in order of time. */
    List<Event> sent(Product product, long fromMs, long toMs) {
        return inbox.between(product, fromMs, toMs);
    }

    /** The place where the telling of a window stands after so many slots, before any further event. */
    Position edge(Product product, long fromMs, long toMs, boolean newestFirst, long told) {
        long size = chronicle(product).slotMs();
        return newestFirst
                ? new Position((Math.floorDiv(toMs - 1, size) - told + 1) * size, Long.MIN_VALUE)
                : new Position((Math.floorDiv(fromMs, size) + told) * size - 1, Long.MAX_VALUE);
    }

    private static List<Event> within(List<Event> events, long fromMs, long toMs) {
        var within = new ArrayList<Event>(events.size());
        for (var event : events) {
            if (event.timestampMs() >= fromMs && event.timestampMs() < toMs) {
                within.add(event);
            }
        }
        return within;
    }

    private Chronicle chronicle(Product product) {
        return Objects.requireNonNull(chronicles.get(product), product.name());
    }
}
