// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import io.dromedary.metricql.tree.Aggregator;
import io.dromedary.metricql.tree.MetricQuery;
import io.dromedary.metricql.tree.Rollup;
import io.dromedary.sandbox.catalog.Catalog;
import io.dromedary.sandbox.catalog.Metric;
import io.dromedary.sandbox.catalog.MetricType;
import io.dromedary.sandbox.catalog.Series;
import io.dromedary.sandbox.signal.Method;
import io.dromedary.sandbox.signal.Reading;
import io.dromedary.sandbox.signal.Sizes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one metric: its sources are filtered, summed up in time, their gaps bridged, then summed up in space. */
final class MetricReader {

    /** The value of a group key that a source has no tag for. */
    static final String NO_TAG = "N/A";

    private static final double[] NO_COUNTS = {};

    /** Numbers kept for the queries of a request, 8 bytes each. */
    private static final int MOST_KEPT = 500_000;

    private final Catalog catalog;
    private final Window window;
    private final Map<Asked, List<Series>> sources = new HashMap<>();
    private final Map<Reading, Said> said = new IdentityHashMap<>();
    private int kept;

    MetricReader(Catalog catalog, Window window) {
        this.catalog = catalog;
        this.window = window;
    }

    /** The sources of a metric, which may have reported in a window. */
    private record Asked(String metric, long fromMs, long toMs) {}

    /** What a source said last. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Said(Method method, long[] edges, double[] values) {}

    Grid grid(Optional<Rollup> rollup) {
        return Buckets.of(window, rollup);
    }

    /**
     * Returns a line for each group that has points.
     *
     * @param shift from the time a point stands at to the time it is read at
     * @return no lines when the metric is unknown or nothing matches, as Datadog does
     */
    Table read(MetricQuery query, LongUnaryOperator shift) {
        var rollup = query.modifiers().stream()
                .flatMap(one -> Rollup.from(one).stream())
                .findFirst();
        var grid = grid(rollup);
        var metric = catalog.find(query.metric());
        if (metric.isEmpty() || grid.size() == 0) {
            return Table.of(grid, List.of(), Measure.NONE);
        }
        var plan = Plan.of(metric.get(), query, rollup);
        return Table.joined(
                grid,
                grid.shifted(shift).runs().stream()
                        .map(times -> read(metric.get(), query, plan, times))
                        .toList());
    }

    private Table read(Metric metric, MetricQuery query, Plan plan, Grid times) {
        var lines = new ArrayList<Line>();
        groups(metric, query, times).forEach((tags, members) -> {
            if (plan.bySize()) {
                lines.addAll(Histograms.lines(tags, sizes(members, times)));
                return;
            }
            boolean bridged =
                    members.size() > 1 && metric.type() == MetricType.GAUGE && plan.space() != Method.Kind.COUNT;
            var gaps = bridged ? Filling.ofSources(query, times) : UnaryOperator.<double[]>identity();
            lines.add(new Line(
                    tags,
                    plan.time().kind() == Method.Kind.QUANTILE
                            ? quantiles(members, plan.time().argument(), times)
                            : values(members, plan, query.aggregator(), times, gaps)));
        });
        lines.removeIf(Line::isEmpty);
        return Table.of(times, lines, plan.measure(metric));
    }

    private Map<SortedMap<String, String>, List<Series>> groups(Metric metric, MetricQuery query, Grid times) {
        var filter = TagFilter.of(query.scope().condition());
        var asked = new Asked(metric.name(), times.start(0), times.end(times.size() - 1));
        return sources
                .computeIfAbsent(asked, window -> metric.source().in(window.fromMs(), window.toMs()))
                .stream()
                .filter(series -> filter.test(series.tags()))
                .collect(Collectors.groupingBy(
                        series -> group(series, query.by()), LinkedHashMap::new, Collectors.toList()));
    }

    private static SortedMap<String, String> group(Series series, List<String> keys) {
        var group = new TreeMap<String, String>();
        keys.forEach(key -> group.put(key, series.tags().getOrDefault(key, NO_TAG)));
        return group;
    }

    /** What is known of the events of each bucket, from all sources; nothing of those in the future. */
    private Sizes[] sizes(List<Series> members, Grid times) {
        var sizes = Sizes.ofBuckets(times.size());
        long[] edges = times.edgesBefore(window.nowMs());
        members.forEach(member -> member.reading().addSizes(edges, sizes));
        return sizes;
    }

    private double[] quantiles(List<Series> members, double share, Grid times) {
        return Arrays.stream(sizes(members, times))
                .mapToDouble(sizes -> sizes.quantile(share))
                .toArray();
    }

    private double[] values(
            List<Series> members,
            Plan plan,
            @Nullable Aggregator aggregator,
            Grid times,
            UnaryOperator<double[]> gaps) {
        var fold = new Fold(plan.space(), times.size());
        long[] edges = times.edgesBefore(window.nowMs());
        for (var member : members) {
            double[] values = gaps.apply(values(member.reading(), plan, aggregator, edges));
            double[] counts = plan.byCount() ? member.reading().over(Method.COUNT, edges) : NO_COUNTS;
            for (int i = 0; i < values.length; i++) {
                double value = plan.scaled(values[i], (edges[i + 1] - edges[i]) / 1000.0);
                fold.add(i, value, plan.byCount() ? counts[i] : 1);
            }
        }
        return fold.result();
    }

    private double[] values(Reading reading, Plan plan, @Nullable Aggregator aggregator, long[] edges) {
        var threshold = aggregator == null ? null : aggregator.threshold();
        return threshold == null ? said(reading, plan.time(), edges) : Thresholds.counts(reading, threshold, edges);
    }

    /** Asks a source once for several queries of the same buckets; what it says is changed by nobody. */
    private double[] said(Reading reading, Method method, long[] edges) {
        var last = said.get(reading);
        if (last != null && last.method().equals(method) && Arrays.equals(last.edges(), edges)) {
            return last.values();
        }
        double[] values = reading.over(method, edges);
        if (kept + values.length <= MOST_KEPT) {
            kept += values.length;
            said.put(reading, new Said(method, edges, values));
        }
        return values;
    }
}
