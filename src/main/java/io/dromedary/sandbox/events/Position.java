// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.events;

import io.dromedary.sandbox.story.Event;

/** A place in the order of events. */
public record Position(long ms, long key) {

    /** Negative when the event is before it, positive when it is after it, 0 when it is there. */
    int compare(Event event) {
        int order = Long.compare(event.timestampMs(), ms);
        return order != 0 ? order : Long.compare(event.key(), key);
    }
}
