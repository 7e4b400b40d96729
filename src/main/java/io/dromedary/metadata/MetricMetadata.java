// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metadata;

/**
 * What Datadog says of a metric; what it does not say is empty.
 *
 * @param type {@code gauge}, {@code count}, {@code rate}, {@code distribution}, …
 * @param unit in the singular, for example {@code byte}
 * @param perUnit what the unit is divided by, for example {@code second}
 * @param intervalSeconds how often a value is sent, 0 if unknown
 */
public record MetricMetadata(String type, String unit, String perUnit, String description, long intervalSeconds) {

    /** Of a metric that Datadog does not know, or could not be asked about. */
    public static final MetricMetadata UNKNOWN = new MetricMetadata("", "", "", "", 0);
}
