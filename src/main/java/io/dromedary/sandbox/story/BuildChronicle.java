// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.story;

import java.util.ArrayList;
import java.util.List;

/** What builds leave behind in one product. */
abstract class BuildChronicle implements Chronicle {

    private final Builds builds;

    BuildChronicle(Builds builds) {
        this.builds = builds;
    }

    @Override
    public final long slotMs() {
        return Builds.SLOT_MS;
    }

    @Override
    public final List<Event> in(long slot) {
        var events = new ArrayList<Event>();
        builds.in(slot).forEach(build -> tell(build, events));
        // a build that ends in the next slot may have done something in this one
        builds.in(slot + 1).forEach(build -> tell(build, events));
        events.removeIf(event -> Math.floorDiv(event.timestampMs(), Builds.SLOT_MS) != slot);
        events.sort(Event.IN_TIME);
        return events;
    }

    /** Adds the events of a build, in any order, each between its begin and its end. */
    abstract void tell(Build build, List<Event> events);
}
