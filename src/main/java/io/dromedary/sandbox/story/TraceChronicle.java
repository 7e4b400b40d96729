// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.story;

import java.util.ArrayList;
import java.util.List;

/** What traces leave behind in one product. */
abstract class TraceChronicle implements Chronicle {

    private final Traces traces;

    TraceChronicle(Traces traces) {
        this.traces = traces;
    }

    @Override
    public final long slotMs() {
        return Traces.SLOT_MS;
    }

    @Override
    public final List<Event> in(long slot) {
        var events = new ArrayList<Event>();
        // a trace that began in the slot before may go on in this one
        traces.in(slot - 1).forEach(trace -> tell(trace, events));
        traces.in(slot).forEach(trace -> tell(trace, events));
        events.removeIf(event -> Math.floorDiv(event.timestampMs(), Traces.SLOT_MS) != slot);
        events.sort(Event.IN_TIME);
        return events;
    }

    /** Adds the events of a trace, in any order, each at most {@link Traces#LONGEST_MS} after it began. */
    abstract void tell(Trace trace, List<Event> events);
}
