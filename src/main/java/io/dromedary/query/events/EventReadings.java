// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.instance.Instance;
import io.dromedary.metricql.RefusedException;
import io.dromedary.query.Answer;
import io.dromedary.query.EventSearch;
import io.dromedary.query.Query;
import io.dromedary.search.SearchText;
import java.time.Clock;
import java.util.Objects;

/** The steps of answering a query, for the route that calls Datadog between them. Stateless. */
public final class EventReadings {

    private final long maxBytes;
    private final Clock clock;

    /** @param maxBytes about how much memory the rows of one answer may take */
    public EventReadings(long maxBytes, Clock clock) {
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    /**
     * Begins to answer a query.
     *
     * @throws FailedException with status 400 if the search cannot be sent
     */
    public EventReading begin(Query.Events query, Instance instance) {
        return query.task()
                .match(new TaskReadings(query, text(query.search()), new EventLinks(instance), maxBytes, clock));
    }

    /** Returns whether Datadog is to be asked once more. */
    public boolean hasNext(EventReading reading) {
        return reading.next() != null;
    }

    /** Returns what to ask. */
    public DatadogRequest<?> next(EventReading reading) {
        return Objects.requireNonNull(reading.next(), "nothing is left to ask");
    }

    /** Takes what Datadog answered. */
    public void add(EventReading reading, Object reply) {
        reading.add(reply);
    }

    /** Takes why Datadog did not answer; thrown again where nothing was read before. */
    public void failed(EventReading reading, Throwable thrown) {
        reading.failed(
                thrown instanceof FailedException known ? known : new FailedException(Failure.of(thrown), thrown));
    }

    /** Returns the frames of what was read. */
    public Answer answer(EventReading reading) {
        return reading.answer();
    }

    /** Returns the failure, or a general one for an exception that is not expected, as the answer to a query. */
    public Answer unanswered(Query.Events query, Throwable thrown) {
        return Answer.failed(query.refId(), Failure.of(thrown));
    }

    static String text(EventSearch search) {
        try {
            return SearchText.complete(search.text(), search.variables(), search.filters());
        } catch (RefusedException refused) {
            throw new FailedException(Failure.badRequest(String.valueOf(refused.getMessage())), refused);
        }
    }
}
