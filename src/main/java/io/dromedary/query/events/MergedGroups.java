// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import io.dromedary.query.EventTask;
import io.dromedary.query.events.AggregateReply.Bucket;
import io.dromedary.query.events.AggregateReply.Points;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The groups of a reply, each once. Datadog sends a group twice when the texts of two facet values are the same to the
 * reader (recording of CI tests): counts and sums of such are added, of minima the smallest counts and of maxima the
 * largest. Where a query computes something that cannot be joined, both stay.
 */
final class MergedGroups {

    private MergedGroups() {}

    static List<Bucket> of(AggregateReply reply, EventTask.Aggregate aggregate) {
        var joins = new ArrayList<DoubleBinaryOperator>();
        for (var compute : aggregate.computes()) {
            var join = join(compute.aggregation());
            if (join == null) {
                return reply.buckets();
            }
            joins.add(join);
        }
        var merged = new LinkedHashMap<Map<String, String>, Bucket>();
        reply.buckets().forEach(bucket -> merged.merge(bucket.by(), bucket, (one, other) -> joined(one, other, joins)));
        return List.copyOf(merged.values());
    }

    private static @Nullable DoubleBinaryOperator join(String aggregation) {
        return switch (aggregation) {
            case "count", "sum" -> Double::sum;
            case "min" -> Math::min;
            case "max" -> Math::max;
            default -> null;
        };
    }

    private static Bucket joined(Bucket one, Bucket other, List<DoubleBinaryOperator> joins) {
        var computes = new HashMap<>(one.computes());
        other.computes()
                .forEach((place, points) -> computes.merge(
                        place,
                        points,
                        (before, next) -> place < joins.size() ? joined(before, next, joins.get(place)) : before));
        return new Bucket(one.by(), computes);
    }

    private static Points joined(Points one, Points other, DoubleBinaryOperator join) {
        if (one.isNumber() && other.isNumber()) {
            return Points.of(joined(one.values()[0], other.values()[0], join));
        }
        var all = new TreeMap<Long, Double>();
        for (var points : List.of(one, other)) {
            for (var i = 0; i < points.times().length; i++) {
                all.merge(points.times()[i], points.values()[i], (before, next) -> joined(before, next, join));
            }
        }
        var series = new Series();
        all.forEach(series::add);
        return series.points();
    }

    /** What is missing changes nothing. */
    private static double joined(double one, double other, DoubleBinaryOperator join) {
        return Double.isNaN(one) ? other : Double.isNaN(other) ? one : join.applyAsDouble(one, other);
    }
}
