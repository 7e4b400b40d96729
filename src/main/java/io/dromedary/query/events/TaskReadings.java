// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import io.dromedary.metricql.change.Filter;
import io.dromedary.product.EventProduct;
import io.dromedary.query.EventTask;
import io.dromedary.query.Query;
import io.dromedary.query.TimeRange;
import io.dromedary.search.SearchText;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Chooses how each kind of task is read. */
final class TaskReadings implements EventTask.Cases<EventReading> {

    /** How far away the neighbours of a log line may be. */
    private static final Duration REACH = Duration.ofDays(1);

    private final Query.Events query;
    private final String text;
    private final EventLinks links;
    private final long maxBytes;
    private final Clock clock;

    TaskReadings(Query.Events query, String text, EventLinks links, long maxBytes, Clock clock) {
        this.query = query;
        this.text = text;
        this.links = links;
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    @Override
    public EventReading list(EventTask.Listing listing) {
        var range = query.window().range();
        var question = new SearchQuestion(query.search(), text, range, listing.ascending(), listing.limit());
        var product = query.search().product();
        var rows = product == EventProduct.LOGS
                ? new LogRows(links, range.to())
                : new EventTable(product, listing.columns(), links);
        return new SearchReading(query.refId(), question, rows, "", maxBytes);
    }

    @Override
    public EventReading aggregate(EventTask.Aggregate aggregate) {
        return new AggregateReading(query, aggregate, text, clock);
    }

    @Override
    public EventReading annotate(EventTask.Annotations annotations) {
        var question = new SearchQuestion(query.search(), text, query.window().range(), false, annotations.limit());
        return new SearchReading(
                query.refId(), question, new AnnotationRows(query.search().product()), "", maxBytes);
    }

    /** The lines of the same service and host, whatever else the query searches for. */
    @Override
    public EventReading context(EventTask.Context context) {
        var same = context.fields().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(field -> new Filter(field.getKey(), Filter.Operator.EQUALS, List.of(field.getValue())))
                .toList();
        var neighbours = same.isEmpty() ? text : SearchText.complete("", Map.of(), same);
        var time = context.time();
        var range = context.before()
                ? new TimeRange(time.minus(REACH), time.plusMillis(1))
                : new TimeRange(time, time.plus(REACH));
        var question = new SearchQuestion(query.search(), neighbours, range, !context.before(), context.limit());
        return new SearchReading(query.refId(), question, new LogRows(links, range.to()), context.id(), maxBytes);
    }
}
