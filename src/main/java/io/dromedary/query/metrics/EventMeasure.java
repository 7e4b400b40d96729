// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.metricql.RefusedException;
import io.dromedary.query.EventSource;
import io.dromedary.query.EventTask;
import io.dromedary.query.Query;
import io.dromedary.search.SearchText;

/** A query that counts or measures events, as a formula takes it. Stateless. */
final class EventMeasure {

    private EventMeasure() {}

    /** @throws RefusedException if it has no one number for each point, or its search is wrong */
    static Query.Measure of(Query.Events query) {
        if (!(query.task() instanceof EventTask.Aggregate aggregate)
                || aggregate.computes().size() != 1
                || aggregate.volume()) {
            throw new RefusedException("query " + query.refId() + " has no single number to calculate with: let it"
                    + " aggregate, and show one thing");
        }
        var search = query.search();
        var text = SearchText.complete(search.text(), search.variables(), search.filters());
        var source = EventSource.of(search, text, aggregate.computes().get(0), aggregate.groups());
        return new Query.Measure(
                query.refId(), query.hidden(), query.window(), source, query.legend(), aggregate.reduction());
    }

    /** Returns whether it is zero where there is nothing. */
    static boolean counts(Query.Events query) {
        return query.task() instanceof EventTask.Aggregate aggregate
                && aggregate.computes().get(0).counts();
    }
}
