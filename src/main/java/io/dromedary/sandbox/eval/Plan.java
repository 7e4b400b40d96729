// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import io.dromedary.metricql.tree.Aggregator;
import io.dromedary.metricql.tree.MetricQuery;
import io.dromedary.metricql.tree.Rollup;
import io.dromedary.sandbox.catalog.Metric;
import io.dromedary.sandbox.catalog.MetricType;
import io.dromedary.sandbox.signal.Method;
import io.dromedary.sandbox.signal.Reading;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the points of a metric become the values of a group.
 *
 * @param time how the points of a source become the value of a bucket
 * @param space how the values of sources become the group's
 * @param byCount whether a source counts as much as it has events: distributions
 * @param bySize whether events are counted by their size, a line for each range
 * @param scale what becomes of the values after that
 */
record Plan(Method time, Method.Kind space, boolean byCount, boolean bySize, Scale scale) {

    /** Counts and rates into each other. */
    enum Scale {
        NONE,
        PER_SECOND,
        TIMES_RAW_INTERVAL
    }

    static Plan of(Metric metric, MetricQuery query, Optional<Rollup> rollup) {
        var aggregator = query.aggregator();
        String name = aggregator == null ? "avg" : aggregator.name();
        boolean asCount = query.modifier("as_count").isPresent();
        boolean asRate = query.modifier("as_rate").isPresent();
        if (metric.type() == MetricType.DISTRIBUTION) {
            return distribution(aggregator, asRate);
        }
        if (aggregator != null && aggregator.needsDistribution()) {
            throw new RefusedQueryException("aggregator '" + name + "' needs a distribution metric, and "
                    + metric.name() + " is a " + metric.type().wireName());
        }
        var space = method(name).kind();
        var written = rollup.map(Rollup::method).map(Plan::method);
        return switch (metric.type()) {
            case COUNT -> of(written.orElse(Method.SUM), space, asRate ? Scale.PER_SECOND : Scale.NONE);
            case RATE ->
                asCount
                        ? of(Method.SUM, space, Scale.TIMES_RAW_INTERVAL)
                        : of(written.orElse(Method.AVG), space, Scale.NONE);
            case GAUGE, DISTRIBUTION -> of(written.orElse(Method.AVG), space, Scale.NONE);
        };
    }

    private static Plan of(Method time, Method.Kind space, Scale scale) {
        return new Plan(time, space, false, false, scale);
    }

    private static Plan distribution(@Nullable Aggregator aggregator, boolean asRate) {
        if (aggregator != null && aggregator.isHistogram()) {
            return new Plan(Method.COUNT, Method.Kind.SUM, false, true, Scale.NONE);
        }
        var method = aggregator == null ? Method.AVG : method(aggregator.name());
        return switch (method.kind()) {
            case AVG -> new Plan(method, method.kind(), true, false, Scale.NONE);
            case SUM, COUNT, BELOW -> of(method, Method.Kind.SUM, asRate ? Scale.PER_SECOND : Scale.NONE);
            case MIN, MAX, QUANTILE -> of(method, method.kind(), Scale.NONE);
        };
    }

    /** The method of an aggregator's or a rollup's name. */
    static Method method(String name) {
        if (Aggregator.isPercentile(name)) {
            return Method.quantile(Double.parseDouble(name.substring(1)) / 100);
        }
        return switch (name) {
            case "avg" -> Method.AVG;
            case "sum" -> Method.SUM;
            case "min" -> Method.MIN;
            case "max" -> Method.MAX;
            case "count" -> Method.COUNT;
            default -> throw new RefusedQueryException("unknown aggregator: " + name);
        };
    }

    double scaled(double value, double seconds) {
        return switch (scale) {
            case NONE -> value;
            case PER_SECOND -> value / seconds;
            case TIMES_RAW_INTERVAL -> value * Reading.RAW_SECONDS;
        };
    }

    Measure measure(Metric metric) {
        var whole = new Measure(metric.unit(), null);
        boolean counted = metric.type() == MetricType.DISTRIBUTION && time.kind() == Method.Kind.COUNT;
        return switch (scale) {
            case NONE -> counted ? Measure.NONE : new Measure(metric.unit(), metric.per());
            case PER_SECOND -> counted ? Measure.NONE : whole.perSecond();
            case TIMES_RAW_INTERVAL -> whole;
        };
    }
}
