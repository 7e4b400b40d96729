// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.slo;

import java.util.Arrays;

/**
 * Good and all events, or minutes, of a window, bucket by bucket.
 *
 * @param startsMs of the buckets, epoch milliseconds, aligned to {@code stepMs}; the first one may begin before the
 *     window
 * @param good events or minutes of each bucket
 * @param total events or minutes of each bucket
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record SloCounts(long stepMs, long[] startsMs, double[] good, double[] total) {

    /** Until when is counted, epoch milliseconds; 0 when nothing is. */
    public long endMs() {
        return startsMs.length == 0 ? 0 : startsMs[startsMs.length - 1] + stepMs;
    }

    public double goodSum() {
        return Arrays.stream(good).sum();
    }

    public double totalSum() {
        return Arrays.stream(total).sum();
    }

    /** Percent; NaN when nothing is known. */
    public double sli() {
        return percent(goodSum(), totalSum());
    }

    /** Percent of a bucket; NaN when nothing is known of it. */
    public double sli(int bucket) {
        return percent(good[bucket], total[bucket]);
    }

    private static double percent(double good, double total) {
        return total > 0 ? 100 * good / total : Double.NaN;
    }

    /**
     * How much of what may go wrong is left.
     *
     * @param target percent
     * @return percent, negative when more went wrong; NaN when nothing is known
     */
    public double budgetRemaining(double target) {
        return 100 - 100 * burnRate(target);
    }

    /** The same in events or minutes. */
    public double rawBudgetRemaining(double target) {
        return totalSum() * (100 - target) / 100 - (totalSum() - goodSum());
    }

    /** How many times as fast as allowed the budget was used; 1 uses it up exactly. NaN when nothing is known. */
    public double burnRate(double target) {
        return (100 - sli()) / (100 - target);
    }

    /** The same of a bucket. */
    public double burnRate(int bucket, double target) {
        return (100 - sli(bucket)) / (100 - target);
    }

    /** {@code ok}, {@code warning}, {@code breached} or {@code no_data}. */
    public String state(Slo.Threshold threshold) {
        double sli = sli();
        if (Double.isNaN(sli)) {
            return "no_data";
        }
        if (sli < threshold.target()) {
            return "breached";
        }
        return sli < threshold.warning() ? "warning" : "ok";
    }
}
