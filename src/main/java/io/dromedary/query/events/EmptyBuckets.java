// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import io.dromedary.query.EventTask;
import io.dromedary.query.Window;
import io.dromedary.query.events.AggregateReply.Bucket;
import io.dromedary.query.events.AggregateReply.Points;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts where nothing was counted: Datadog leaves such buckets out, people and alert rules expect 0. Other measures of
 * nothing are unknown, and stay gaps. Stateless.
 */
final class EmptyBuckets {

    /** Many groups over many points are rather shown with gaps than not at all. */
    private static final long MAX_POINTS = 1_000_000;

    private EmptyBuckets() {}

    /**
     * Returns the groups with what was left out.
     *
     * @param now nothing is known of later buckets
     */
    static List<Bucket> filled(List<Bucket> groups, EventTask.Aggregate aggregate, Window window, Instant now) {
        var counts = IntStream.range(0, aggregate.computes().size())
                .filter(place -> aggregate.computes().get(place).counts())
                .boxed()
                .toList();
        var all = groups.isEmpty() && aggregate.groups().isEmpty() && !aggregate.volume()
                ? List.of(new Bucket(Map.of(), Map.of()))
                : groups;
        if (counts.isEmpty() || all.isEmpty()) {
            return groups;
        }
        var zeros = aggregate.reduction() == null
                ? zeros(BucketGrid.of(groups, window.interval()), window, now, (long) all.size() * counts.size())
                : Points.of(0);
        return zeros == null
                ? groups
                : all.stream().map(group -> filled(group, counts, zeros)).toList();
    }

    /** Returns zeros for the whole window; null where its buckets are not known. */
    private static @Nullable Points zeros(BucketGrid grid, Window window, Instant now, long lines) {
        var range = window.range();
        var first = grid.after(EventTime.nanos(range.from()));
        var end = EventTime.nanos(range.to().isBefore(now) ? range.to() : now);
        var size = Math.max(0, -Math.floorDiv(first - end, grid.step()));
        if (!grid.regular() || size * lines > MAX_POINTS) {
            return null;
        }
        var times = new long[(int) size];
        Arrays.setAll(times, i -> first + i * grid.step());
        return new Points(times, new double[times.length]);
    }

    private static Bucket filled(Bucket group, List<Integer> counts, Points zeros) {
        var computes = new HashMap<>(group.computes());
        counts.forEach(place -> computes.merge(place, zeros, EmptyBuckets::filled));
        return new Bucket(group.by(), computes);
    }

    private static Points filled(Points points, Points zeros) {
        if (zeros.isNumber() || points.isNumber()) {
            return points;
        }
        var values = new TreeMap<Long, Double>();
        for (var part : List.of(zeros, points)) {
            for (var i = 0; i < part.times().length; i++) {
                var value = part.values()[i];
                values.put(part.times()[i], Double.isNaN(value) ? 0 : value);
            }
        }
        var series = new Series();
        values.forEach(series::add);
        return series.points();
    }
}
