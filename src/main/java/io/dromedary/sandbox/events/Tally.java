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
    private int count;
    private double sum;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    Tally(Aggregation aggregation) {
        this.aggregation = aggregation;
    }

    /** @param values of the facet that is looked at; nothing when none is needed */
    void add(List<Object> values) {
        switch (aggregation) {
            case COUNT -> count++;
            case CARDINALITY -> different.addAll(values);
            default -> values.forEach(this::addNumber);
        }
    }

    private void addNumber(Object value) {
        if (!(value instanceof Number measured)) {
            return;
        }
        double number = measured.doubleValue();
        if (aggregation.keepsNumbers()) {
            numbers = count < numbers.length ? numbers : Arrays.copyOf(numbers, Math.max(16, 2 * count));
            numbers[count] = number;
        }
        count++;
        sum += number;
        least = Math.min(least, number);
        most = Math.max(most, number);
    }

    /**
     * The number, NaN when no event had one.
     *
     * @param weight how many events each of those seen stands for
     */
    double value(long weight) {
        if (aggregation == Aggregation.CARDINALITY) {
            return different.size();
        }
        if (count == 0) {
            return Double.NaN;
        }
        return switch (aggregation) {
            case COUNT -> (double) count * weight;
            case SUM -> sum * weight;
            case AVG -> sum / count;
            case MIN -> least;
            case MAX -> most;
            default -> quantile();
        };
    }

    private double quantile() {
        double[] sorted = Arrays.copyOf(numbers, count);
        Arrays.sort(sorted);
        double place = aggregation.quantile() * (count - 1);
        int below = (int) place;
        int above = Math.min(count - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
