// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import io.dromedary.call.FailedException;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.query.Answer;
import io.dromedary.query.EventTask;
import io.dromedary.query.Query;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks once for all numbers of a query. */
final class AggregateReading implements EventReading {

    private final Query.Events query;
    private final EventTask.Aggregate aggregate;
    private final String text;
    private final Clock clock;
    private @Nullable DatadogRequest<AggregateReply> next;
    private @Nullable AggregateReply reply;

    AggregateReading(Query.Events query, EventTask.Aggregate aggregate, String text, Clock clock) {
        this.query = query;
        this.aggregate = aggregate;
        this.text = text;
        this.clock = clock;
        next = new AggregateRequests(query, aggregate, text).build();
    }

    @Override
    public @Nullable DatadogRequest<?> next() {
        return next;
    }

    @Override
    public void add(Object answered) {
        reply = (AggregateReply) answered;
        next = null;
    }

    @Override
    public void failed(FailedException failure) {
        throw failure;
    }

    @Override
    public Answer answer() {
        var nothing = new AggregateReply(List.of(), ReplyState.DONE);
        var answered = Objects.requireNonNullElse(reply, nothing);
        var merged = MergedGroups.of(aggregate.volume() ? LogVolume.byLevel(answered) : answered, aggregate);
        // of a part of the events nobody knows where there were none
        var groups = answered.state().notices().isEmpty()
                ? EmptyBuckets.filled(merged, aggregate, query.window(), clock.instant())
                : merged;
        var names = new AggregateNames(query, aggregate);
        var notices = answered.state().notices();
        return Answer.of(
                query.refId(),
                aggregate.reduction() == null
                        ? new AggregateSeries(query, names, text).frames(groups, notices)
                        : new AggregateTotals(query, aggregate, names, text).frames(groups, notices));
    }
}
