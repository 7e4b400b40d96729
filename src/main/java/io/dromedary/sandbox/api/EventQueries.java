// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.sandbox.catalog.Units;
import io.dromedary.sandbox.eval.Grid;
import io.dromedary.sandbox.eval.Line;
import io.dromedary.sandbox.eval.Measure;
import io.dromedary.sandbox.eval.Query;
import io.dromedary.sandbox.eval.Table;
import io.dromedary.sandbox.events.Aggregate;
import io.dromedary.sandbox.events.Aggregation;
import io.dromedary.sandbox.events.Archive;
import io.dromedary.sandbox.events.Compute;
import io.dromedary.sandbox.events.Grouping;
import io.dromedary.sandbox.events.Product;
import io.dromedary.sandbox.story.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Queries of v2 that make numbers of events. */
final class EventQueries {

    private final Archive archive;

    EventQueries(Archive archive) {
        this.archive = archive;
    }

    /** What is asked, before it is known for which buckets. */
    private record Question(
            Product product, Predicate<Event> filter, Compute compute, List<Grouping> groups, long nowMs) {}

    /** Nothing when the data source is no event-like product. */
    Optional<Query> read(String dataSource, JsonNode node, String name, long nowMs) {
        return Product.of(dataSource).map(product -> {
            var compute = AggregateReader.compute(node.path("compute"), Compute.Buckets.ONE);
            var filter = EventFilter.search(
                    product, node.path("search").path("query").asText("*"));
            if (product == Product.LOGS) {
                filter = filter.and(LogIndexes.in(LogIndexes.named(node.path("indexes"))));
            }
            var groups = AggregateReader.groups(node.path("group_by"), compute);
            var question = new Question(product, filter, compute, groups, nowMs);
            long interval = Math.max(0, node.path("compute").path("interval").asLong());
            return new Query.OfOther(name, interval, grid -> lines(question, grid));
        });
    }

    private Table lines(Question question, Grid grid) {
        var measure = measure(question.compute());
        if (grid.size() == 0) {
            return new Table(grid, List.of(), measure, false);
        }
        var compute =
                new Compute(question.compute().aggregation(), question.compute().metric(), grid::startOf);
        long toMs = Math.min(grid.start(grid.size() - 1) + grid.milliseconds(grid.size() - 1), question.nowMs());
        var rows = new Aggregate(
                        question.product(), question.filter(), grid.start(0), toMs, List.of(compute), question.groups())
                .rows(archive, question.nowMs());
        var lines = new ArrayList<Line>();
        for (var row : rows) {
            lines.add(line(row, grid));
        }
        return new Table(grid, lines, measure, false);
    }

    private static Line line(Aggregate.Row row, Grid grid) {
        var tags = new TreeMap<String, String>();
        row.by().forEach((facet, value) -> tags.put(facet, value.toString()));
        var values = new double[grid.size()];
        Arrays.fill(values, Double.NaN);
        row.values().get(0).forEach((begin, value) -> values[grid.indexOf(begin)] = value);
        return new Line(tags, values);
    }

    /** Durations are nanoseconds; nothing is known of other facets. */
    private static Measure measure(Compute compute) {
        String metric = compute.metric();
        boolean time = metric != null && (metric.endsWith("duration") || metric.endsWith("_time"));
        return time && compute.aggregation() != Aggregation.CARDINALITY
                ? new Measure(Units.named("nanosecond"), null)
                : Measure.NONE;
    }
}
