// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metadata;

/**
 * What Datadog says of a metric; what it does not say is empty.
 *
 * @param type {@code gauge}, {@code count}, {@code rate}, {@code distribution}, …
 * @param unit in the singular, for example {@code byte}
 * @param perUnit what the unit is divided by, for example {@code second}
 * @param percentiles matters to distributions only, and is asked for where a query needs it
 */
public record MetricMetadata(String type, String unit, String perUnit, String description, Percentiles percentiles) {

    /** Of a metric that Datadog does not know, or could not be asked about. */
    public static final MetricMetadata UNKNOWN = new MetricMetadata("", "", "", "");

    public MetricMetadata(String type, String unit, String perUnit, String description) {
        this(type, unit, perUnit, description, Percentiles.NOT_ASKED);
    }

    /** Returns whether nobody has asked yet if this distribution has percentiles. */
    public boolean lacksPercentiles() {
        return isDistribution() && percentiles == Percentiles.NOT_ASKED;
    }

    public boolean isDistribution() {
        return type.equals("distribution");
    }

    MetricMetadata with(Percentiles told) {
        return new MetricMetadata(type, unit, perUnit, description, told);
    }
}
