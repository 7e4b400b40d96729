// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import io.dromedary.sandbox.signal.Sizes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

/**
 * Counts the events of distributions by their size: {@code histogram:m{*}}. Each range of sizes is a line of its own;
 * its tags are those that Datadog gives the ranges of OpenTelemetry's histograms.
 */
final class Histograms {

    private static final String FROM = "lower_bound";
    private static final String TO = "upper_bound";

    /** Where ranges end, in each power of ten: preferred numbers (ISO 3), as people can read them. */
    private static final String[] STEPS = {"1", "1.25", "1.6", "2", "2.5", "3.15", "4", "5", "6.3", "8"};

    private Histograms() {}

    /**
     * Returns a line for each range that has events, in the order of sizes; together they are the number of events.
     *
     * @param tags of the group
     * @param buckets what is known of the events of each bucket
     */
    static List<Line> lines(SortedMap<String, String> tags, Sizes[] buckets) {
        double smallest = Arrays.stream(buckets)
                .mapToDouble(sizes -> sizes.quantile(0))
                .filter(size -> !Double.isNaN(size))
                .min()
                .orElse(1);
        double largest = Arrays.stream(buckets)
                .mapToDouble(sizes -> sizes.quantile(1))
                .filter(size -> !Double.isNaN(size))
                .max()
                .orElse(0);
        int last = step(largest);
        var lines = new ArrayList<Line>();
        double[] before = new double[buckets.length];
        for (int step = step(smallest); step <= last; step++) {
            double end =
                    step == last ? Double.POSITIVE_INFINITY : bound(step + 1).doubleValue();
            double[] upTo = Arrays.stream(buckets)
                    .mapToDouble(sizes -> sizes.below(end))
                    .toArray();
            double[] counts = counts(buckets, before, upTo);
            if (Arrays.stream(counts).anyMatch(count -> count > 0)) {
                lines.add(new Line(tags, counts)
                        .tagged(FROM, bound(step).toPlainString())
                        .tagged(TO, bound(step + 1).toPlainString()));
            }
            before = upTo;
        }
        return lines;
    }

    private static double[] counts(Sizes[] buckets, double[] before, double[] upTo) {
        var counts = new double[buckets.length];
        Arrays.setAll(counts, i -> buckets[i].count() > 0 ? upTo[i] - before[i] : Double.NaN);
        return counts;
    }

    /** The step that a size is in. */
    private static int step(double size) {
        int guess = (int) Math.floor(STEPS.length * Math.log10(size));
        return size < bound(guess).doubleValue() ? guess - 1 : guess;
    }

    private static BigDecimal bound(int step) {
        return new BigDecimal(STEPS[Math.floorMod(step, STEPS.length)])
                .scaleByPowerOfTen(Math.floorDiv(step, STEPS.length));
    }
}
