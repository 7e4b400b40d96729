// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.catalog;

import java.util.Locale;

/** What a metric's points mean. */
public enum MetricType {
    /** A level. */
    GAUGE,
    /** Events since the last point. */
    COUNT,
    /** Events per second. */
    RATE,
    /** All values, so that percentiles over sources are known. */
    DISTRIBUTION;

    /** The name Datadog uses in JSON. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
