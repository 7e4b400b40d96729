// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.signal;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The sizes of the events of a bucket, from all sources and moments that were added: a mixture of log-normal parts. A
 * quantile is one of the whole mixture, never an average of the parts' own. Confined to one call.
 */
public final class Sizes {

    /** How far the smallest and the largest of some thousand events lie from the middle, in sigmas. */
    static final double TAIL = 3.2;

    private static final int MOST_STEPS = 60;
    private static final double EXACT = 1e-9;

    private double[] counts = new double[4];
    private double[] middles = new double[4];
    private double[] sigmas = new double[4];
    private int parts;
    private double count;

    /** One for each bucket, without any events. */
    public static Sizes[] ofBuckets(int buckets) {
        return IntStream.range(0, buckets).mapToObj(index -> new Sizes()).toArray(Sizes[]::new);
    }

    /** Adds events of an average size above 0; {@code sigma} is the spread of the sizes' logarithm. */
    void add(double events, double average, double sigma) {
        if (!(events > 0 && average > 0)) {
            return;
        }
        if (parts == counts.length) {
            counts = Arrays.copyOf(counts, parts * 2);
            middles = Arrays.copyOf(middles, parts * 2);
            sigmas = Arrays.copyOf(sigmas, parts * 2);
        }
        counts[parts] = events;
        middles[parts] = Math.log(average) - sigma * sigma / 2;
        sigmas[parts] = sigma;
        parts++;
        count += events;
    }

    /** How many events there are. */
    public double count() {
        return count;
    }

    /** How many events are not larger than a limit, a whole number. */
    public double below(double limit) {
        return limit > 0 ? Math.rint(belowLogarithm(Math.log(limit))) : 0;
    }

    /** The size that a share of the events, 0 to 1, does not exceed; NaN without events. */
    public double quantile(double share) {
        if (parts == 0) {
            return Double.NaN;
        }
        double deviation = Math.min(TAIL, Math.max(-TAIL, Normal.quantile(share)));
        double low = own(0, deviation);
        double high = low;
        for (int part = 1; part < parts; part++) {
            low = Math.min(low, own(part, deviation));
            high = Math.max(high, own(part, deviation));
        }
        return Math.exp(high - low < EXACT ? low : between(low, high, share * count));
    }

    /** The logarithm of a part's own quantile. */
    private double own(int part, double deviation) {
        return middles[part] + sigmas[part] * deviation;
    }

    /**
     * Where so many events lie below, by the Illinois variant of false position. Its bracket keeps it between parts.
     */
    private double between(double from, double to, double wanted) {
        double low = from;
        double high = to;
        double below = belowLogarithm(low) - wanted;
        double above = belowLogarithm(high) - wanted;
        for (int step = 0; step < MOST_STEPS && below < 0 && above > 0 && high - low > EXACT; step++) {
            double middle = (low * above - high * below) / (above - below);
            double found = belowLogarithm(middle) - wanted;
            if (found < 0) {
                low = middle;
                below = found;
                above /= 2;
            } else {
                high = middle;
                above = found;
                below /= 2;
            }
        }
        return below >= 0 ? low : high;
    }

    private double belowLogarithm(double limit) {
        double below = 0;
        for (int part = 0; part < parts; part++) {
            below += counts[part] * Normal.share((limit - middles[part]) / sigmas[part]);
        }
        return below;
    }
}
