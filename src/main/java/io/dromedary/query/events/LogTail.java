// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import io.dromedary.call.Failure;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.frame.Frame;
import io.dromedary.instance.Instance;
import io.dromedary.query.Query;
import io.dromedary.query.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Log lines as they arrive: each poll asks for a window that overlaps the one before, since lines may be late, and what
 * was there already is left out. Confined to one stream.
 */
final class LogTail {

    /** What is shown first. */
    private static final Duration BEFORE = Duration.ofMinutes(1);

    /** How late a line may be. */
    private static final Duration OVERLAP = Duration.ofSeconds(15);

    /** More than a few polls can bring; older ids are out of the window. */
    private static final int MAX_IDS = 20_000;

    private final Query.Events query;
    private final String text;
    private final EventLinks links;
    private final Clock clock;
    private final Set<String> ids = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MAX_IDS;
        }
    });
    private Instant polled;
    private int notes;

    LogTail(Query.Events query, Instance instance, Clock clock) {
        this.query = query;
        this.clock = clock;
        text = EventReadings.text(query.search());
        links = new EventLinks(instance);
        polled = clock.instant().minus(BEFORE);
    }

    /** Returns what to ask now: the newest lines of the window, should there be more than fit into one reply. */
    DatadogRequest<EventPage> request() {
        var now = clock.instant();
        var range = new TimeRange(polled.minus(OVERLAP), now.plusSeconds(1));
        polled = now;
        var question = new SearchQuestion(query.search(), text, range, false, EventRequests.PAGE_SIZE);
        return EventRequests.page(question, "", EventRequests.PAGE_SIZE);
    }

    /** Returns the lines that were not there before, oldest first; without rows if there are none. */
    Frame news(EventPage page) {
        var lines = new ArrayList<Event>();
        for (var event : page.events()) {
            if (event.id().isEmpty() || ids.add(event.id())) {
                lines.add(event);
            }
        }
        Collections.reverse(lines);
        var rows = rows();
        lines.forEach(rows::add);
        return rows.frame(query.refId(), text, page.state().notices());
    }

    /** Returns a line that tells why there are none of Datadog's, and how long. */
    Frame trouble(Failure failure, Duration pause) {
        return note(failure.text() + ". Live tail tries again in " + pause.toSeconds() + " s");
    }

    /** Returns a line of our own, a warning. */
    Frame note(String text) {
        var fields = new Attributes();
        fields.add("message", text);
        fields.add("status", "warn");
        fields.add("timestamp", clock.instant().toString());
        var rows = rows();
        rows.add(new Event("dromedary-" + ++notes, fields, Attributes.NONE, List.of()));
        return rows.frame(query.refId(), this.text, List.of());
    }

    private LogRows rows() {
        return new LogRows(links, clock.instant());
    }
}
