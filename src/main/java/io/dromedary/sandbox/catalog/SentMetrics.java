// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.catalog;

import io.dromedary.sandbox.signal.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Metrics that were sent in. What goes beyond {@value #MOST_SERIES} series of {@value #MOST_POINTS} points is
 * forgotten. Safe for any number of threads.
 */
public final class SentMetrics {

    private static final int MOST_SERIES = 1000;
    private static final int MOST_POINTS = 2000;

    private final Map<Key, ConcurrentSkipListMap<Long, Double>> points = new ConcurrentHashMap<>();

    private record Key(String metric, MetricType type, SortedMap<String, String> tags) {}

    /**
     * Remembers a point.
     *
     * @param tags by key
     * @param epochMs when it was measured
     */
    public void add(String metric, MetricType type, SortedMap<String, String> tags, long epochMs, double value) {
        var key = new Key(metric, type, Collections.unmodifiableSortedMap(new TreeMap<>(tags)));
        if (points.size() >= MOST_SERIES && !points.containsKey(key)) {
            return;
        }
        var series = points.computeIfAbsent(key, first -> new ConcurrentSkipListMap<>());
        series.put(epochMs, value);
        if (series.size() > MOST_POINTS) {
            series.pollFirstEntry();
        }
    }

    Optional<Metric> find(String name) {
        return points.keySet().stream()
                .filter(key -> key.metric().equals(name))
                .findFirst()
                .map(key -> new Metric(
                        name,
                        key.type(),
                        null,
                        null,
                        "Sent to the sandbox",
                        (fromMs, toMs) -> series(name, fromMs, toMs)));
    }

    Collection<Metric> all() {
        var all = new ArrayList<Metric>();
        points.keySet().stream()
                .map(Key::metric)
                .distinct()
                .forEach(name -> find(name).ifPresent(all::add));
        return all;
    }

    private List<Series> series(String name, long fromMs, long toMs) {
        return points.entrySet().stream()
                .filter(entry -> entry.getKey().metric().equals(name))
                .filter(entry ->
                        !entry.getValue().subMap(fromMs, Math.max(fromMs, toMs)).isEmpty())
                .map(entry ->
                        new Series(entry.getKey().tags(), (method, edges) -> over(entry.getValue(), method, edges)))
                .toList();
    }

    private static double[] over(SortedMap<Long, Double> points, Method method, long[] edges) {
        var values = new double[edges.length - 1];
        for (int i = 0; i < values.length; i++) {
            var inside = edges[i] < edges[i + 1]
                    ? points.subMap(edges[i], edges[i + 1]).values()
                    : List.<Double>of();
            var numbers = inside.stream().mapToDouble(Double::doubleValue).summaryStatistics();
            values[i] = numbers.getCount() == 0
                    ? Double.NaN
                    : switch (method.kind()) {
                        case SUM -> numbers.getSum();
                        case MIN -> numbers.getMin();
                        case MAX -> numbers.getMax();
                        case COUNT -> numbers.getCount();
                        case AVG, QUANTILE, BELOW -> numbers.getAverage();
                    };
        }
        return values;
    }
}
