// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.events;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes one number of the values of events. Confined to one thread. */
final class Tally {

    private final Aggregation aggregation;
    private final Set<Object> different = new HashSet<>();
    private double[] numbers = new double[0];
    private int kept;
    private long count;
    private double sum;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    Tally(Aggregation aggregation) {
        this.aggregation = aggregation;
    }

    /**
     * Adds an event.
     *
     * @param values of the facet that is looked at; nothing when none is needed
     * @param weight how many events it stands for
     */
    void add(List<Object> values, long weight) {
        switch (aggregation) {
            case COUNT -> count += weight;
            case CARDINALITY -> different.addAll(values);
            default -> values.forEach(value -> addNumber(value, weight));
        }
    }

    private void addNumber(Object value, long weight) {
        if (!(value instanceof Number measured)) {
            return;
        }
        double number = measured.doubleValue();
        if (aggregation.keepsNumbers()) {
            numbers = kept < numbers.length ? numbers : Arrays.copyOf(numbers, Math.max(16, 2 * kept));
            numbers[kept++] = number;
        }
        count += weight;
        sum += number * weight;
        least = Math.min(least, number);
        most = Math.max(most, number);
    }

    /** The number, NaN when no event had one. */
    double value() {
        if (aggregation == Aggregation.CARDINALITY) {
            return different.size();
        }
        if (count == 0) {
            return Double.NaN;
        }
        return switch (aggregation) {
            case COUNT -> count;
            case SUM -> sum;
            case AVG -> sum / count;
            case MIN -> least;
            case MAX -> most;
            default -> quantile();
        };
    }

    private double quantile() {
        double[] sorted = Arrays.copyOf(numbers, kept);
        Arrays.sort(sorted);
        double place = aggregation.quantile() * (kept - 1);
        int below = (int) place;
        int above = Math.min(kept - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
