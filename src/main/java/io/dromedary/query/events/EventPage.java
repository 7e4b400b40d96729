// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import java.util.List;

/**
 * One reply to a search. Shared by everybody who asked the same.
 *
 * @param cursor where the next page begins; empty if Datadog names none
 */
record EventPage(List<Event> events, String cursor, ReplyState state) {
    EventPage {
        events = List.copyOf(events);
    }
}
