// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.monitor;

import io.dromedary.metricql.tree.Leaves;
import io.dromedary.sandbox.catalog.Catalog;
import io.dromedary.sandbox.eval.Evaluation;
import io.dromedary.sandbox.eval.Query;
import io.dromedary.sandbox.eval.Window;
import io.dromedary.sandbox.world.Incident;
import io.dromedary.sandbox.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Evaluates a metric query as every other request does.
 *
 * <p>A monitor whose limits no calm day reaches is evaluated around incidents only, and where its groups must be known:
 * a month costs what a day would.
 */
final class MetricWatch implements Watch {

    private final World world;
    private final Catalog catalog;
    private final Condition condition;
    private final Query query;
    private final boolean quiet;
    private final boolean grouped;
    private final Predicate<Incident> reaches;

    MetricWatch(World world, Catalog catalog, MonitorRule rule) {
        this.world = world;
        this.catalog = catalog;
        this.condition = rule.condition();
        this.query = condition.parsed();
        this.quiet = rule.reach() != Reach.UNKNOWN;
        this.grouped = query instanceof Query.OfMetrics metrics
                && Leaves.queries(metrics.expression()).stream()
                        .anyMatch(one -> !one.by().isEmpty());
        this.reaches = incident -> rule.reach().isReached(world.shop(), rule.service(), incident);
    }

    private record Range(long fromMs, long toMs) {}

    @Override
    public List<Timeline> over(long fromMs, long toMs) {
        var groups = new TreeMap<SortedMap<String, String>, Timeline.Builder>(Comparator.comparing(Object::toString));
        for (var range : ranges(fromMs, toMs)) {
            evaluate(range, fromMs, groups);
        }
        if (groups.isEmpty()) {
            groups.put(new TreeMap<>(), calm(fromMs));
        }
        var timelines = new ArrayList<Timeline>();
        groups.forEach((group, builder) -> timelines.add(builder.build(group)));
        return timelines;
    }

    private List<Range> ranges(long fromMs, long toMs) {
        if (!quiet) {
            return List.of(new Range(fromMs, toMs));
        }
        var ranges = new ArrayList<Range>();
        for (var incident : world.incidents().between(fromMs - span(), toMs)) {
            long from = Math.max(fromMs, incident.startMs());
            long end = incident.endMs() + span() + 2 * MINUTE_MS;
            long to = Math.min(toMs, end - Math.floorMod(end, MINUTE_MS));
            if (reaches.test(incident) && from < to) {
                ranges.add(new Range(from, to));
            }
        }
        if (grouped && (ranges.isEmpty() || ranges.get(ranges.size() - 1).toMs() < toMs)) {
            ranges.add(new Range(toMs - MINUTE_MS, toMs));
        }
        return ranges;
    }

    private long span() {
        return condition.minutes() * MINUTE_MS;
    }

    private void evaluate(Range range, long beginMs, Map<SortedMap<String, String>, Timeline.Builder> groups) {
        long last = range.toMs() - MINUTE_MS;
        var window = new Window(range.fromMs() - span(), last, MINUTE_MS, last);
        var lines = new LinkedHashMap<SortedMap<String, String>, double[]>();
        for (var line : new Evaluation(catalog, window, List.of(query), false)
                .query(query.name())
                .lines()) {
            lines.put(line.tags(), line.values());
        }
        if (lines.isEmpty()) {
            lines.put(new TreeMap<>(), new double[0]);
        }
        lines.forEach((group, values) ->
                add(range, values, groups.computeIfAbsent(group, unknown -> begun(range, beginMs))));
    }

    private Timeline.Builder begun(Range range, long beginMs) {
        return quiet && range.fromMs() > beginMs ? calm(beginMs) : new Timeline.Builder();
    }

    private static Timeline.Builder calm(long beginMs) {
        var builder = new Timeline.Builder();
        builder.add(beginMs, State.OK);
        return builder;
    }

    private void add(Range range, double[] values, Timeline.Builder builder) {
        int index = 0;
        for (long at = range.fromMs(); at < range.toMs(); at += MINUTE_MS, index++) {
            int end = Math.min(values.length, index + condition.minutes());
            builder.add(at, condition.state(values, Math.min(index, end), end));
        }
    }
}
