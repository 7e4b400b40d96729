// SPDX-License-Identifier: Apache-2.0
package io.dromedary.observe;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Tells states that are looked up when somebody asks, and costs nothing before. Thread-safe if its sources are. */
public final class StateCollector implements MultiCollector {

    private final List<Source> sources;

    public StateCollector(List<Source> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Whether a number goes up and down, or only up. */
    public enum Kind {
        GAUGE,
        COUNTER
    }

    /**
     * Something that has a state.
     *
     * @param name in Prometheus' manner; a counter's without {@code _total}
     * @param points all there are now
     */
    public record Source(Kind kind, String name, String help, Supplier<List<Point>> points) {}

    /** A number, and what it is of. */
    public record Point(Map<String, String> labels, double value) {}

    @Override
    public MetricSnapshots collect() {
        return new MetricSnapshots(
                sources.stream().map(StateCollector::snapshot).toList());
    }

    private static MetricSnapshot snapshot(Source source) {
        var points = source.points().get();
        return switch (source.kind()) {
            case GAUGE -> {
                var gauge = GaugeSnapshot.builder().name(source.name()).help(source.help());
                points.forEach(point -> gauge.dataPoint(GaugeDataPointSnapshot.builder()
                        .labels(labels(point))
                        .value(point.value())
                        .build()));
                yield gauge.build();
            }
            case COUNTER -> {
                var counter = CounterSnapshot.builder().name(source.name()).help(source.help());
                points.forEach(point -> counter.dataPoint(CounterDataPointSnapshot.builder()
                        .labels(labels(point))
                        .value(point.value())
                        .build()));
                yield counter.build();
            }
        };
    }

    private static Labels labels(Point point) {
        var sorted = new TreeMap<>(point.labels());
        return Labels.of(List.copyOf(sorted.keySet()), List.copyOf(sorted.values()));
    }
}
