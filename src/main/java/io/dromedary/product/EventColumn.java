// SPDX-License-Identifier: Apache-2.0
package io.dromedary.product;

import java.util.List;

/**
 * A column of a table of events.
 *
 * @param names where its value is found, the first that an event has, written as in a search: {@code service} for what
 *     all events have or else the tag of that name, {@code @http.method} for an attribute of its own
 */
public record EventColumn(String title, Kind kind, List<String> names) {

    /** What a column holds, and how it is shown. */
    public enum Kind {
        TEXT,
        NUMBER,
        FLAG,
        /** A length of time, nanoseconds. */
        NANOS,
        /** A point in time: ISO 8601, or seconds to nanoseconds since 1970. */
        TIME,
        /** Id of a trace, leads to the trace. */
        TRACE,
        /** Address of a page on the web, leads there. */
        ADDRESS,
        /** All tags of the event. */
        TAGS,
        /** Numbers where all values are, else texts. */
        ANY,
        /** The event's own id, leads to its page in Datadog. */
        ID
    }

    public EventColumn {
        names = List.copyOf(names);
    }

    static EventColumn text(String title, String... names) {
        return new EventColumn(title, Kind.TEXT, List.of(names));
    }

    static EventColumn of(Kind kind, String title, String... names) {
        return new EventColumn(title, kind, List.of(names));
    }
}
