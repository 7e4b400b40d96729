// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.sandbox.events.Aggregation;
import io.dromedary.sandbox.events.Compute;
import io.dromedary.sandbox.events.Grouping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what is to be computed of events, and by what they are grouped; refuses it as Datadog does. */
final class AggregateReader {

    private static final Pattern INTERVAL = Pattern.compile("(\\d{1,9})(ms|s|m|h|d|w)");
    private static final int USUAL_GROUPS = 10;
    private static final int MOST_GROUPS = 10_000;
    private static final int MOST_INTERVALS = 100;
    /** Points a series has when nobody says how many. */
    private static final int USUAL_POINTS = 150;

    private AggregateReader() {}

    /** The computes of an aggregate request; a count when it has none. */
    static List<Compute> computes(JsonNode list, long fromMs, long toMs) {
        var computes = new ArrayList<Compute>();
        for (var node : list) {
            boolean series = node.path("type").asText("total").equals("timeseries");
            computes.add(
                    compute(node, series ? Compute.Buckets.every(interval(node, fromMs, toMs)) : Compute.Buckets.ONE));
        }
        return computes.isEmpty() ? List.of(new Compute(Aggregation.COUNT, null, Compute.Buckets.ONE)) : computes;
    }

    /** One number, over buckets of time. */
    static Compute compute(JsonNode node, Compute.Buckets buckets) {
        String name = node.path("aggregation").asText("");
        var aggregation =
                Aggregation.of(name).orElseThrow(() -> refused("compute.aggregation", "unknown '" + name + "'"));
        var metric = text(node, "metric");
        if (aggregation.needsMetric() && metric == null) {
            throw refused("compute.metric", "aggregation " + name + " needs a metric");
        }
        return new Compute(aggregation, aggregation.needsMetric() ? metric : null, buckets);
    }

    private static long interval(JsonNode node, long fromMs, long toMs) {
        var written = text(node, "interval");
        if (written == null) {
            return Math.max(1000, (toMs - fromMs) / USUAL_POINTS / 1000 * 1000);
        }
        return milliseconds(written)
                .filter(interval -> interval > 0 && (toMs - fromMs) / interval <= MOST_GROUPS)
                .orElseThrow(() -> refused("compute.interval", "expected an interval such as 5m"));
    }

    private static Optional<Long> milliseconds(String text) {
        var matcher = INTERVAL.matcher(text);
        if (!matcher.matches()) {
            return text.matches("\\d{1,15}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
        }
        long one = switch (matcher.group(2)) {
            case "ms" -> 1;
            case "s" -> 1000;
            case "m" -> TimeUnit.MINUTES.toMillis(1);
            case "h" -> TimeUnit.HOURS.toMillis(1);
            case "d" -> TimeUnit.DAYS.toMillis(1);
            default -> TimeUnit.DAYS.toMillis(7);
        };
        return Optional.of(Long.parseLong(matcher.group(1)) * one);
    }

    /** The facets of a request, which fit together as long as their limits multiply to no more than 10000. */
    static List<Grouping> groups(JsonNode list, Compute first) {
        var groups = new ArrayList<Grouping>();
        long product = 1;
        for (var node : list) {
            var group = group(node, new Compute(first.aggregation(), first.metric(), Compute.Buckets.ONE));
            product *= group.limit();
            if (product > MOST_GROUPS) {
                throw refused("group_by.limit", "the product of limits must not exceed " + MOST_GROUPS);
            }
            groups.add(group);
        }
        return groups;
    }

    private static Grouping group(JsonNode node, Compute first) {
        var facet = text(node, "facet");
        if (facet == null) {
            throw refused("group_by.facet", "it is required");
        }
        long limit = node.path("limit").asLong(USUAL_GROUPS);
        if (limit < 1 || limit > MOST_GROUPS) {
            throw refused("group_by.limit", "must be between 1 and " + MOST_GROUPS);
        }
        var sort = node.path("sort");
        boolean descending = sort.path("order").asText("desc").equals("desc");
        return new Grouping(
                facet,
                (int) limit,
                order(sort, first),
                descending,
                value(node.path("missing")),
                total(node.path("total")),
                histogram(node.path("histogram")));
    }

    /** By a number when one is named, by the alphabet when only the direction is, by the first compute otherwise. */
    private static @Nullable Compute order(JsonNode sort, Compute first) {
        if (!sort.isObject() || sort.isEmpty()) {
            return first;
        }
        boolean alphabetical = sort.path("type").asText("").equals("alphabetical");
        return alphabetical || !sort.has("aggregation") ? null : compute(sort, Compute.Buckets.ONE);
    }

    private static @Nullable Object total(JsonNode node) {
        return node.isBoolean() ? (node.asBoolean() ? "$facet_total" : null) : value(node);
    }

    private static Grouping.@Nullable Histogram histogram(JsonNode node) {
        if (!node.isObject()) {
            return null;
        }
        double interval = node.path("interval").asDouble();
        double min = node.path("min").asDouble();
        double max = node.path("max").asDouble();
        if (!(interval > 0) || !(max > min) || (max - min) / interval > MOST_INTERVALS) {
            throw refused("group_by.histogram", "it needs interval, min and max, and at most 100 buckets");
        }
        return new Grouping.Histogram(interval, min, max);
    }

    private static @Nullable Object value(JsonNode node) {
        return node.isNumber() ? (Object) node.asDouble() : node.isTextual() ? node.asText() : null;
    }

    private static @Nullable String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isValueNode() && !value.isNull() && !value.asText().isEmpty() ? value.asText() : null;
    }

    private static RefusedCallException refused(String field, String problem) {
        return RefusedCallException.badRequest(
                "input_validation_error(Field '" + field + "' is invalid: " + problem + ")");
    }
}
