// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.change;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a dashboard variable stands for.
 *
 * @param values what is chosen; empty when nothing is
 * @param all whether everything is chosen, whatever {@code values} holds
 */
public record VariableValue(List<String> values, boolean all) {

    public VariableValue {
        values = List.copyOf(values);
    }

    /** Returns the value of a variable of which these are chosen. */
    public static VariableValue of(String... values) {
        return new VariableValue(List.of(values), false);
    }

    /** Returns the value of a variable with everything chosen. */
    public static VariableValue everything() {
        return new VariableValue(List.of(), true);
    }

    /**
     * Returns the values of Grafana's own variables {@code $__interval}, {@code $__interval_ms} and
     * {@code $__rate_interval}; in seconds, but for the one in milliseconds, as rollups want them.
     *
     * @param interval width of a point of the panel; under a second counts as one
     * @param rateInterval width over which rates are steady
     */
    public static Map<String, VariableValue> intervals(Duration interval, Duration rateInterval) {
        return Map.of(
                "__interval", of(seconds(interval)),
                "__interval_ms", of(Long.toString(interval.toMillis())),
                "__rate_interval", of(seconds(rateInterval)));
    }

    private static String seconds(Duration width) {
        return Long.toString(Math.max(1, width.toSeconds()));
    }
}
