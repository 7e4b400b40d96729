// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.events;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How events become a number. */
public enum Aggregation {
    COUNT,
    CARDINALITY,
    SUM,
    AVG,
    MIN,
    MAX,
    MEDIAN(0.5),
    PC75(0.75),
    PC90(0.9),
    PC95(0.95),
    PC98(0.98),
    PC99(0.99);

    private final double quantile;

    Aggregation() {
        this(Double.NaN);
    }

    Aggregation(double quantile) {
        this.quantile = quantile;
    }

    /** The one of a name such as {@code pc95}. */
    public static Optional<Aggregation> of(String name) {
        return Stream.of(values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** Whether it needs a facet to look at. */
    public boolean needsMetric() {
        return this != COUNT;
    }

    /** Whether every number counts, so that all must be kept. */
    boolean keepsNumbers() {
        return !Double.isNaN(quantile);
    }

    /** The share, 0 to 1, of the numbers that are not larger; NaN for anything but a percentile. */
    double quantile() {
        return quantile;
    }
}
