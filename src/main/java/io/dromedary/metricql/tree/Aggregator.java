// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.tree;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the series of one group become one series.
 *
 * @param name such as {@code avg}, {@code p95} or {@code histogram}; as written, known or not
 * @param threshold only for {@code count(v: v<=100)}: which values are counted
 */
public record Aggregator(String name, @Nullable Threshold threshold) {

    private static final Pattern PERCENTILE = Pattern.compile("p\\d{1,2}(\\.\\d{1,3})?|p100");

    /** Returns the aggregator of a name, one without a threshold. */
    public static Aggregator of(String name) {
        return new Aggregator(name, null);
    }

    /** Returns whether a name is a percentile: {@code p50}, {@code p99.9}. */
    public static boolean isPercentile(String name) {
        return PERCENTILE.matcher(name).matches();
    }

    /** Returns whether it counts values by their size: {@code histogram:m{*}}. */
    public boolean isHistogram() {
        return name.equals("histogram");
    }

    /**
     * Returns whether only distributions have what it asks for: percentiles, ranges of sizes, counts on a condition.
     */
    public boolean needsDistribution() {
        return threshold != null || isHistogram() || isPercentile(name);
    }

    /**
     * A condition on the values of a distribution.
     *
     * @param variable the name chosen for the value, usually {@code v}
     * @param comparison one of {@code <}, {@code <=}, {@code >}, {@code >=}, {@code =}
     */
    public record Threshold(String variable, String comparison, double limit) {}
}
