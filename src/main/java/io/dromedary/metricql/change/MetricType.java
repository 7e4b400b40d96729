// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.change;

import java.util.Locale;

/** What Datadog's metadata says a metric is. */
public enum MetricType {
    GAUGE,
    COUNT,
    RATE,
    DISTRIBUTION,
    /** No metadata. */
    UNKNOWN;

    /** Returns the type of Datadog's name for it; {@link #UNKNOWN} for any other text. */
    public static MetricType of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "gauge" -> GAUGE;
            case "count" -> COUNT;
            case "rate" -> RATE;
            case "distribution" -> DISTRIBUTION;
            default -> UNKNOWN;
        };
    }
}
