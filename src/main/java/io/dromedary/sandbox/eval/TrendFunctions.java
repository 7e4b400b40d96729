// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/** Functions that draw simpler lines through a line. Points are taken as equally far apart. */
final class TrendFunctions {

    /** Halvings of {@code piecewise_constant}, so at most eight steps. */
    private static final int DEPTH = 3;

    private TrendFunctions() {}

    static Map<String, TableFunction> all() {
        return Map.of(
                "trend_line", (table, arguments) -> table.mapLines(TrendFunctions::leastSquares),
                "robust_trend", (table, arguments) -> table.mapLines(TrendFunctions::robust),
                "piecewise_constant", (table, arguments) -> table.mapLines(TrendFunctions::steps));
    }

    static double[] leastSquares(double[] values) {
        int[] present = present(values);
        double meanIndex = Arrays.stream(present).average().orElse(0);
        double mean =
                Arrays.stream(present).mapToDouble(i -> values[i]).average().orElse(Double.NaN);
        double both = 0;
        double square = 0;
        for (int i : present) {
            both += (i - meanIndex) * (values[i] - mean);
            square += (i - meanIndex) * (i - meanIndex);
        }
        return line(values.length, square == 0 ? 0 : both / square, meanIndex, mean);
    }

    /** The median slope between points half a window apart (Theil's incomplete method), through the medians. */
    private static double[] robust(double[] values) {
        int[] present = present(values);
        if (present.length < 2) {
            return leastSquares(values);
        }
        int half = present.length / 2;
        double[] slopes = IntStream.range(0, present.length - half)
                .mapToDouble(i -> (values[present[i + half]] - values[present[i]]) / (present[i + half] - present[i]))
                .toArray();
        double slope = Layers.quantile(slopes, 0.5);
        double[] rests =
                Arrays.stream(present).mapToDouble(i -> values[i] - slope * i).toArray();
        return line(values.length, slope, 0, Layers.quantile(rests, 0.5));
    }

    private static int[] present(double[] values) {
        return IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]))
                .toArray();
    }

    private static double[] line(int size, double slope, double atIndex, double atValue) {
        return IntStream.range(0, size)
                .mapToDouble(i -> atValue + slope * (i - atIndex))
                .toArray();
    }

    private static double[] steps(double[] values) {
        var result = values.clone();
        step(values, result, 0, values.length, DEPTH);
        return result;
    }

    /** Cuts where the two sides' averages explain most, then does the same with each side. */
    private static void step(double[] values, double[] result, int from, int to, int depth) {
        int cut = depth == 0 ? from : bestCut(values, from, to);
        if (cut > from) {
            step(values, result, from, cut, depth - 1);
            step(values, result, cut, to, depth - 1);
            return;
        }
        double mean = Layers.one(Arrays.copyOfRange(values, from, to), "avg");
        for (int i = from; i < to; i++) {
            result[i] = Double.isNaN(values[i]) ? Double.NaN : mean;
        }
    }

    private static int bestCut(double[] values, int from, int to) {
        double all = 0;
        int count = 0;
        for (int i = from; i < to; i++) {
            all += Double.isNaN(values[i]) ? 0 : values[i];
            count += Double.isNaN(values[i]) ? 0 : 1;
        }
        double left = 0;
        int seen = 0;
        double best = count == 0 ? 0 : all * all / count * (1 + 1e-9);
        int cut = from;
        for (int i = from; i < to; i++) {
            double gain =
                    seen == 0 || seen == count ? 0 : left * left / seen + (all - left) * (all - left) / (count - seen);
            if (gain > best) {
                best = gain;
                cut = i;
            }
            left += Double.isNaN(values[i]) ? 0 : values[i];
            seen += Double.isNaN(values[i]) ? 0 : 1;
        }
        return cut;
    }
}
