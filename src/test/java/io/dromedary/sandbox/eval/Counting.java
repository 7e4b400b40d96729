// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import io.dromedary.sandbox.catalog.Catalog;
import io.dromedary.sandbox.catalog.Metric;
import io.dromedary.sandbox.catalog.MetricType;
import io.dromedary.sandbox.catalog.Series;
import io.dromedary.sandbox.catalog.Units;
import io.dromedary.sandbox.signal.Method;
import io.dromedary.sandbox.signal.Reading;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Metrics of ten-second points that can be counted on fingers, from epoch second 0 on. A bucket of a method sees the
 * points in it; NaN is no point.
 */
final class Counting {

    private final Map<String, Metric> metrics = new LinkedHashMap<>();

    /** Adds a series; the first one of a metric decides its type. {@code tags} as {@code k:v,k:v}. */
    Counting with(String name, MetricType type, String tags, double... points) {
        var series = new Series(tags(tags), reading(points));
        var before = metrics.get(name);
        metrics.put(name, new Metric(name, type, Units.named("byte"), null, "", (from, to) -> {
            var all = new java.util.ArrayList<Series>(
                    before == null ? List.of() : before.source().in(from, to));
            all.add(series);
            return all;
        }));
        return this;
    }

    private static SortedMap<String, String> tags(String text) {
        var tags = new TreeMap<String, String>();
        for (var tag : text.split(",", -1)) {
            tags.put(tag.substring(0, tag.indexOf(':')), tag.substring(tag.indexOf(':') + 1));
        }
        return tags;
    }

    private static Reading reading(double... points) {
        return (method, edges) -> {
            var values = new double[edges.length - 1];
            Arrays.setAll(values, i -> Layers.one(inside(points, edges[i], edges[i + 1]), name(method)));
            return values;
        };
    }

    private static double[] inside(double[] points, long fromMs, long toMs) {
        return java.util.stream.IntStream.range(0, points.length)
                .filter(i -> i * 10_000L >= fromMs && i * 10_000L < toMs)
                .mapToDouble(i -> points[i])
                .toArray();
    }

    private static String name(Method method) {
        return switch (method.kind()) {
            case AVG -> "avg";
            case SUM -> "sum";
            case MIN -> "min";
            case MAX -> "max";
            case COUNT -> "count";
            case QUANTILE, BELOW -> "p" + Math.round(method.argument() * 100);
        };
    }

    Catalog catalog() {
        return new Catalog(metrics.values());
    }

    Evaluation over(int seconds, int intervalSeconds, String... queries) {
        var window = new Window(0, seconds * 1000L, intervalSeconds * 1000L, Long.MAX_VALUE);
        var list = new java.util.ArrayList<Query>();
        for (var query : queries) {
            list.add(Query.of("" + (char) ('a' + list.size()), query, "sum"));
        }
        return new Evaluation(catalog(), window, list, false);
    }

    /** The lines of a query by their tags. */
    Map<String, double[]> lines(int seconds, int intervalSeconds, String query) {
        var lines = new LinkedHashMap<String, double[]>();
        over(seconds, intervalSeconds, query)
                .formula("a")
                .lines()
                .forEach(line -> lines.put(String.join(",", line.groupTags()), line.values()));
        return lines;
    }
}
