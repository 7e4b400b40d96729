// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.events;

import io.dromedary.sandbox.story.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The events that agree on the first facets, divided by the next one. Confined to one thread. */
final class Group {

    /** No division has more groups; who asks for more has asked for ids. */
    private static final int MOST = 100_000;

    private final Aggregate aggregate;
    private final int depth;
    /** What this group is put in order by among its like. */
    private final @Nullable Tally order;

    private final List<SortedMap<Long, Tally>> cells = new ArrayList<>();
    private final Map<Object, Group> parts = new LinkedHashMap<>();

    Group(Aggregate aggregate, int depth) {
        this.aggregate = aggregate;
        this.depth = depth;
        var by = depth == 0 ? null : aggregate.groups().get(depth - 1).order();
        this.order = by == null ? null : new Tally(by.aggregation());
        aggregate.computes().forEach(compute -> cells.add(new TreeMap<>()));
    }

    /** @param weight how many events it stands for */
    void add(Event event, long weight) {
        var facets = aggregate.product().facets();
        if (order != null) {
            order.add(values(event, aggregate.groups().get(depth - 1).order()), weight);
        }
        boolean leaf = depth == aggregate.groups().size();
        if (leaf || aggregate.groups().get(depth).total() != null) {
            count(event, weight);
        }
        if (leaf) {
            return;
        }
        var grouping = aggregate.groups().get(depth);
        boolean found = false;
        for (var value : facets.values(event, grouping.facet())) {
            var key =
                    grouping.histogram() == null ? value : grouping.histogram().beginOf(value);
            if (key != null) {
                found = true;
                part(key, event, weight);
            }
        }
        if (!found && grouping.missing() != null) {
            part(grouping.missing(), event, weight);
        }
    }

    private void part(Object key, Event event, long weight) {
        if (parts.size() < MOST || parts.containsKey(key)) {
            parts.computeIfAbsent(key, first -> new Group(aggregate, depth + 1)).add(event, weight);
        }
    }

    private void count(Event event, long weight) {
        for (int i = 0; i < cells.size(); i++) {
            var compute = aggregate.computes().get(i);
            long begin = compute.buckets().beginOf(event.timestampMs());
            if (begin >= 0) {
                cells.get(i)
                        .computeIfAbsent(begin, first -> new Tally(compute.aggregation()))
                        .add(values(event, compute), weight);
            }
        }
    }

    private List<Object> values(Event event, @Nullable Compute compute) {
        return compute == null || compute.metric() == null
                ? List.of()
                : aggregate.product().facets().values(event, compute.metric());
    }

    /** Adds the rows of this group and its parts. */
    void rows(Map<String, Object> by, List<Aggregate.Row> rows) {
        if (depth == aggregate.groups().size()) {
            rows.add(new Aggregate.Row(by, values()));
            return;
        }
        var grouping = aggregate.groups().get(depth);
        parts.entrySet().stream()
                .sorted(order(grouping))
                .limit(grouping.limit())
                .forEach(part -> part.getValue().rows(with(by, grouping.facet(), part.getKey()), rows));
        if (grouping.total() != null && !parts.isEmpty()) {
            rows.add(new Aggregate.Row(with(by, grouping.facet(), grouping.total()), values()));
        }
    }

    private static Map<String, Object> with(Map<String, Object> by, String facet, Object value) {
        var more = new LinkedHashMap<>(by);
        more.put(facet, value);
        return Collections.unmodifiableMap(more);
    }

    private static Comparator<Map.Entry<Object, Group>> order(Grouping grouping) {
        Comparator<Map.Entry<Object, Group>> byName =
                Comparator.comparing(part -> part.getKey().toString());
        if (grouping.histogram() != null) {
            return Comparator.comparingDouble(part -> ((Number) part.getKey()).doubleValue());
        }
        if (grouping.order() == null) {
            return grouping.descending() ? byName.reversed() : byName;
        }
        Comparator<Map.Entry<Object, Group>> byNumber =
                Comparator.comparingDouble(part -> part.getValue().place());
        return (grouping.descending() ? byNumber.reversed() : byNumber).thenComparing(byName);
    }

    private double place() {
        double value = order == null ? 0 : order.value();
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }

    private List<SortedMap<Long, Double>> values() {
        var values = new ArrayList<SortedMap<Long, Double>>();
        for (var cell : cells) {
            var points = new TreeMap<Long, Double>();
            cell.forEach((begin, tally) -> points.put(begin, tally.value()));
            values.add(points);
        }
        return values;
    }
}
