// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import io.dromedary.sandbox.signal.Method;
import java.util.Arrays;

/** Makes one line of many, bucket by bucket. A bucket nobody has a value for stays NaN. Confined to one call. */
final class Fold {

    private final Method.Kind kind;
    private final double[] total;
    private final double[] weight;

    Fold(Method.Kind kind, int size) {
        this.kind = kind;
        this.total = new double[size];
        this.weight = new double[size];
        Arrays.fill(total, Double.NaN);
    }

    /** Adds a value; {@code share} tells how much it counts in an average. */
    void add(int index, double value, double share) {
        if (Double.isNaN(value)) {
            return;
        }
        double before = total[index];
        boolean first = Double.isNaN(before);
        weight[index] += share;
        total[index] = switch (kind) {
            case AVG -> (first ? 0 : before) + value * share;
            case SUM, BELOW -> (first ? 0 : before) + value;
            case MIN -> first ? value : Math.min(before, value);
            case MAX -> first ? value : Math.max(before, value);
            case COUNT -> (first ? 0 : before) + 1;
            case QUANTILE -> throw new IllegalStateException("quantiles of sources do not make one of all");
        };
    }

    void addAll(double[] values) {
        for (int i = 0; i < values.length; i++) {
            add(i, values[i], 1);
        }
    }

    double[] result() {
        if (kind == Method.Kind.AVG) {
            for (int i = 0; i < total.length; i++) {
                total[i] = weight[i] == 0 ? Double.NaN : total[i] / weight[i];
            }
        }
        return total;
    }
}
