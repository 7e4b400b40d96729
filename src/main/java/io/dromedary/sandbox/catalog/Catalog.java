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

/** All metrics by name. Immutable. */
public final class Catalog {

    private final SortedMap<String, Metric> metrics;

    public Catalog(Collection<Metric> metrics) {
        var byName = new TreeMap<String, Metric>();
        metrics.forEach(metric -> byName.put(metric.name(), metric));
        this.metrics = Collections.unmodifiableSortedMap(byName);
    }

    /** The metrics of the shop. */
    public static Catalog of(World world) {
        return new Catalog(Stream.of(
                        HostMetrics.rows(),
                        PlatformMetrics.rows(),
                        StoreMetrics.rows(),
                        ShopMetrics.rows(),
                        UsageMetrics.rows())
                .flatMap(List::stream)
                .map(row -> row.in(world))
                .toList());
    }

    public Optional<Metric> find(String name) {
        return Optional.ofNullable(metrics.get(name));
    }

    /** In order of their names. */
    public Collection<Metric> all() {
        return metrics.values();
    }
}
