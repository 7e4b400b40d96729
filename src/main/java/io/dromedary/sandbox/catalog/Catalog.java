// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.catalog;

import io.dromedary.sandbox.world.World;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All metrics by name. Only what is sent in changes. Safe for any number of threads. */
public final class Catalog {

    private final SortedMap<String, Metric> metrics;
    private final SortedMap<String, Metric> unlisted;
    private final SentMetrics sent = new SentMetrics();

    public Catalog(Collection<Metric> metrics) {
        this(metrics, List.of());
    }

    private Catalog(Collection<Metric> metrics, Collection<Metric> unlisted) {
        this.metrics = byName(metrics);
        this.unlisted = byName(unlisted);
    }

    private static SortedMap<String, Metric> byName(Collection<Metric> metrics) {
        var byName = new TreeMap<String, Metric>();
        metrics.forEach(metric -> byName.put(metric.name(), metric));
        return Collections.unmodifiableSortedMap(byName);
    }

    /** The metrics of the shop. */
    public static Catalog of(World world) {
        var listed = Stream.of(
                        HostMetrics.rows(),
                        PlatformMetrics.rows(),
                        StoreMetrics.rows(),
                        ShopMetrics.rows(),
                        UsageMetrics.rows())
                .flatMap(List::stream)
                .map(row -> row.in(world))
                .toList();
        return new Catalog(
                listed, OtherMetrics.rows().stream().map(row -> row.in(world)).toList());
    }

    /** Where metrics go that are sent in. */
    public SentMetrics sent() {
        return sent;
    }

    /** Also finds measures of other products, which no list of metrics holds. */
    public Optional<Metric> find(String name) {
        return Optional.ofNullable(metrics.get(name))
                .or(() -> Optional.ofNullable(unlisted.get(name)))
                .or(() -> sent.find(name));
    }

    /** In order of their names. */
    public Collection<Metric> all() {
        var more = sent.all();
        if (more.isEmpty()) {
            return metrics.values();
        }
        var all = new TreeMap<>(metrics);
        more.forEach(metric -> all.putIfAbsent(metric.name(), metric));
        return all.values();
    }
}
