// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import io.dromedary.metricql.syntax.Parser;
import io.dromedary.metricql.tree.MetricQuery;
import io.dromedary.sandbox.catalog.Catalog;
import io.dromedary.sandbox.catalog.Metric;
import io.dromedary.sandbox.catalog.Series;
import io.dromedary.sandbox.eval.TagFilter;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds metrics by the tags of those who report them. */
final class TagSearch {

    private TagSearch() {}

    /** The sources that may have reported in the last seconds. */
    static Stream<Series> series(Metric metric, long nowMs, long seconds) {
        return metric.source().in(nowMs - seconds * 1000, nowMs).stream();
    }

    /** Whether any source matches a scope such as {@code env:prod AND region:*}. */
    static boolean matches(Metric metric, String filter, long nowMs, long seconds) {
        return series(metric, nowMs, seconds).map(Series::tags).anyMatch(predicate(filter));
    }

    /** Whether any source matches the parameters {@code host} and {@code tag_filter}. */
    static boolean reports(Metric metric, Parameters parameters, long nowMs, long seconds) {
        Predicate<Map<String, String>> host = parameters
                .text("host")
                .<Predicate<Map<String, String>>>map(name -> tags -> name.equals(tags.get("host")))
                .orElse(tags -> true);
        var filter = parameters.text("tag_filter").map(TagSearch::predicate).orElse(tags -> true);
        return series(metric, nowMs, seconds).map(Series::tags).anyMatch(host.and(filter));
    }

    static List<String> hosts(Catalog catalog, String part, long nowMs) {
        return catalog.all().stream()
                .flatMap(metric -> series(metric, nowMs, 0))
                .map(series -> series.tags().getOrDefault("host", ""))
                .filter(host -> !host.isEmpty() && host.contains(part))
                .distinct()
                .sorted()
                .toList();
    }

    private static Predicate<Map<String, String>> predicate(String filter) {
        var parsed = Parser.parse("m{" + filter + "}");
        if (parsed.problems().isEmpty()
                && parsed.expressions().size() == 1
                && parsed.expression() instanceof MetricQuery query) {
            return TagFilter.of(query.scope().condition());
        }
        throw RefusedCallException.badRequest("Invalid tag filter: " + filter);
    }
}
