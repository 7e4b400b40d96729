// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import io.dromedary.call.FailedException;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.frame.Notice;
import io.dromedary.query.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the pages of a search over, until there are enough events or no more. Datadog names a next page even behind the
 * last one (recordings), so an empty page ends the search as well; and so do a cursor that was there before and a page
 * without anything new.
 */
final class SearchReading implements EventReading {

    /** Nobody waits any more. */
    private static final int CANCELLED = 499;

    /** A Datadog that answers with few events a page is followed for so many pages more than needed. */
    private static final int SPARE_PAGES = 20;

    private final String refId;
    private final SearchQuestion question;
    private final EventRows rows;
    private final long maxBytes;
    private final Set<String> ids = new HashSet<>();
    private final Set<String> cursors = new HashSet<>();
    private final Set<Notice> notices = new LinkedHashSet<>();
    private @Nullable DatadogRequest<EventPage> next;
    private int count;
    private int pagesLeft;

    /**
     * @param known id of an event that is not to be shown, empty for none
     * @param maxBytes about how much memory the rows may take
     */
    SearchReading(String refId, SearchQuestion question, EventRows rows, String known, long maxBytes) {
        this.refId = refId;
        this.question = question;
        this.rows = rows;
        this.maxBytes = maxBytes;
        if (!known.isEmpty()) {
            ids.add(known);
        }
        pagesLeft = SPARE_PAGES + question.limit() / EventRequests.PAGE_SIZE;
        // one more where one is left out
        next = EventRequests.page(question, "", question.limit() + ids.size());
    }

    @Override
    public @Nullable DatadogRequest<?> next() {
        return next;
    }

    @Override
    public void add(Object reply) {
        var page = (EventPage) reply;
        notices.addAll(page.state().notices());
        var before = count;
        for (var event : page.events()) {
            if (count < question.limit() && rows.sizeBytes() < maxBytes && isNew(event)) {
                rows.add(event);
                count++;
            }
        }
        if (page.cursor().isEmpty() && page.events().size() >= EventRequests.PAGE_SIZE && count < question.limit()) {
            notices.add(Notice.warning("Datadog names no page behind the first " + count + " " + plural()
                    + ", though that one is full: there may be more"));
        }
        next = page.events().isEmpty() || page.cursor().isEmpty() ? null : following(page, count > before);
    }

    /** Events without an id cannot be told apart and are all shown. */
    private boolean isNew(Event event) {
        return event.id().isEmpty() || ids.add(event.id());
    }

    private @Nullable DatadogRequest<EventPage> following(EventPage page, boolean hasNew) {
        if (count >= question.limit()) {
            notices.add(Notice.info("The limit of " + question.limit() + " is reached: "
                    + (question.ascending() ? "newer" : "older") + " " + plural() + " are not shown"
                    + (question.limit() < io.dromedary.query.EventTask.MAX_EVENTS
                            ? "; raise the limit or narrow the search"
                            : "; narrow the search")));
        } else if (rows.sizeBytes() >= maxBytes) {
            notices.add(Notice.warning("Only " + count + " " + plural()
                    + " are shown: they are so large that more would not fit into memory. Narrow the search"));
        } else if (!hasNew || !cursors.add(page.cursor()) || --pagesLeft <= 0) {
            notices.add(Notice.warning(
                    "Datadog's pages lead nowhere: " + plural() + " may be missing behind the first " + count));
        } else {
            return EventRequests.page(question, page.cursor(), question.limit() - count);
        }
        return null;
    }

    private String plural() {
        return question.search().product().plural();
    }

    @Override
    public void failed(FailedException failure) {
        if (count == 0 || failure.failure().status() == CANCELLED) {
            throw failure;
        }
        next = null;
        notices.add(Notice.warning("Only the first " + count + " " + plural() + " are shown: "
                + failure.failure().text()));
    }

    @Override
    public Answer answer() {
        return Answer.of(refId, List.of(rows.frame(refId, question.text(), new ArrayList<>(notices))));
    }
}
