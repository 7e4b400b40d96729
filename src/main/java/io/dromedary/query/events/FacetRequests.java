// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import io.dromedary.datadog.DatadogRequest;
import io.dromedary.product.EventProduct;
import io.dromedary.query.EventSearch;
import io.dromedary.query.EventTask;
import io.dromedary.query.EventTask.Compute;
import io.dromedary.query.EventTask.Group;
import io.dromedary.query.Query;
import io.dromedary.query.Reduction;
import io.dromedary.query.TimeRange;
import io.dromedary.query.Window;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a search may be narrowed by. Datadog lists facets nowhere, so they are those that Datadog's own names make
 * likely and those of the latest events; the values of a facet are those that are counted most. Stateless.
 */
public final class FacetRequests {

    /** Most values of a facet; whoever wants others types on. */
    public static final int MAX_VALUES = 1_000;

    private static final int SAMPLE = 300;

    /** Parts of every event that nobody narrows by. */
    private static final Set<String> NO_FACETS = Set.of("message", "timestamp", "start_timestamp", "end_timestamp");

    private final Duration window;
    private final Clock clock;

    /** @param window events of the last while are looked at */
    public FacetRequests(Duration window, Clock clock) {
        this.window = window;
        this.clock = clock;
    }

    /** Returns the request for the names of a product's facets, written as in a search. */
    public DatadogRequest<List<String>> facets(EventProduct product) {
        var question = new SearchQuestion(search(product, ""), "*", range(), false, SAMPLE);
        var request = EventRequests.page(question, "", SAMPLE);
        return DatadogRequest.post(
                request.path(), String.valueOf(request.body()), body -> names(product, EventPageReader.read(body)));
    }

    /**
     * Returns the request for the values of a facet.
     *
     * @param search what the events must have, may be empty
     */
    public DatadogRequest<List<String>> values(EventProduct product, String facet, String search) {
        var window = new Window(range(), this.window, false);
        var aggregate = new EventTask.Aggregate(
                List.of(Compute.COUNT),
                List.of(new Group(facet, MAX_VALUES, Compute.COUNT, false, null)),
                new Reduction("avg", 0, false),
                false);
        var query = new Query.Events("A", false, window, search(product, search), aggregate, "");
        var request = new AggregateRequests(query, aggregate, search.isEmpty() ? "*" : search).build();
        return DatadogRequest.post(request.path(), String.valueOf(request.body()), body -> values(request, body));
    }

    private static List<String> names(EventProduct product, EventPage page) {
        var names = new TreeSet<>(product.standardFacets());
        product.columns().forEach(column -> names.add(column.names().get(0)));
        for (var event : page.events()) {
            add("", event.fields(), names);
            add("@", event.attributes(), names);
            event.tags().stream()
                    .filter(tag -> tag.indexOf(':') > 0)
                    .forEach(tag -> names.add(tag.substring(0, tag.indexOf(':'))));
        }
        names.removeAll(NO_FACETS);
        return new ArrayList<>(names);
    }

    private static void add(String prefix, Attributes attributes, Set<String> names) {
        for (var i = 0; i < attributes.size(); i++) {
            names.add(prefix + attributes.path(i));
        }
    }

    private static List<String> values(DatadogRequest<AggregateReply> request, InputStream body) throws IOException {
        return request.reader().read(body).buckets().stream()
                .flatMap(bucket -> bucket.by().values().stream())
                .toList();
    }

    /** Whole minutes, so that requests within one are equal. */
    private TimeRange range() {
        var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        return new TimeRange(now.minus(window), now);
    }

    private static EventSearch search(EventProduct product, String text) {
        return new EventSearch(product, text, List.of(), Map.of(), "indexes", List.of("*"));
    }
}
