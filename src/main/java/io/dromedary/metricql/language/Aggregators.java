// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.language;

import io.dromedary.metricql.tree.Aggregator;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words that may stand before the colon and the metric, and before a further layer of aggregation. */
public final class Aggregators {

    private static final Map<String, String> SPACE = space();
    private static final List<String> LAYER = List.of("avg", "sum", "min", "max", "count", "stddev");

    private Aggregators() {}

    private static Map<String, String> space() {
        var words = new LinkedHashMap<String, String>();
        words.put("avg", "Average of the series of a group");
        words.put("sum", "Sum of the series of a group");
        words.put("min", "Smallest of the series of a group");
        words.put("max", "Largest of the series of a group");
        words.put("count", "How many values a distribution has");
        for (var rank : List.of("50", "75", "90", "95", "99")) {
            words.put("p" + rank, "The value that " + rank + " in 100 values of a distribution do not exceed");
        }
        words.put("histogram", "All buckets of a distribution, for a heat map");
        return words;
    }

    /** Returns the aggregators with their descriptions, the usual ones first. */
    public static Map<String, String> all() {
        return Collections.unmodifiableMap(SPACE);
    }

    /** Returns whether Datadog knows an aggregator before a metric; any percentile is one. */
    public static boolean isKnown(String name) {
        return SPACE.containsKey(name) || Aggregator.isPercentile(name);
    }

    /** Returns whether a word aggregates results once more: {@code max(avg:m{*} by {host}) by {}}. */
    public static boolean isLayer(String name) {
        return LAYER.contains(name) || Aggregator.isPercentile(name);
    }

    /** Returns the known name that looks most like this one. */
    public static Optional<String> nearest(String name) {
        return NearestWord.to(name, SPACE.keySet());
    }
}
