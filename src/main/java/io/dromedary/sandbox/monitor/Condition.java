// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.monitor;

import io.dromedary.sandbox.eval.Query;
import java.util.regex.Pattern;

/**
 * What a metric monitor compares: the last minutes of a query, made one number, with its limits.
 *
 * @param text all of it, as Datadog writes it
 * @param aggregator {@code avg}, {@code sum}, {@code max} or {@code min} of the values of the minutes
 * @param above whether it is bad to be above the limits, rather than below
 * @param warning NaN for none
 */
public record Condition(
        String text, String aggregator, int minutes, String query, boolean above, double critical, double warning) {

    private static final Pattern TEXT = Pattern.compile("(avg|sum|max|min)\\(last_(\\d+)m\\):(.+) ([<>]) ([0-9.]+)");

    /**
     * Reads a condition as Datadog writes it: {@code avg(last_5m):avg:system.cpu.user{*} by {host} > 60}.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Condition of(String text, double warning) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no condition: " + text);
        }
        return new Condition(
                text,
                parts.group(1),
                Integer.parseInt(parts.group(2)),
                parts.group(3),
                parts.group(4).equals(">"),
                Double.parseDouble(parts.group(5)),
                warning);
    }

    Query parsed() {
        return Query.of("a", query, aggregator);
    }

    /** The state for values of one minute each, from inclusive, to exclusive. */
    State state(double[] values, int from, int to) {
        double value = reduced(values, from, to);
        if (Double.isNaN(value)) {
            return State.NO_DATA;
        }
        if (above ? value > critical : value < critical) {
            return State.ALERT;
        }
        return (above ? value > warning : value < warning) ? State.WARN : State.OK;
    }

    private double reduced(double[] values, int from, int to) {
        double result = Double.NaN;
        int count = 0;
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(values[i])) {
                result = count++ == 0 ? values[i] : folded(result, values[i]);
            }
        }
        return aggregator.equals("avg") ? result / count : result;
    }

    private double folded(double one, double other) {
        return switch (aggregator) {
            case "max" -> Math.max(one, other);
            case "min" -> Math.min(one, other);
            default -> one + other;
        };
    }
}
