// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.language;

import static io.dromedary.metricql.language.ValueFunctions.of;

import io.dromedary.metricql.language.Function.Category;
import io.dromedary.metricql.language.Parameter.Kind;
import io.dromedary.metricql.language.Parameter.Need;
import java.util.ArrayList;
import java.util.List;

/** Functions along the time axis: shifts, rates, smoothing, moving windows. */
final class TimeFunctions {

    private TimeFunctions() {}

    static List<Function> all() {
        var all = new ArrayList<Function>();
        all.addAll(shifts());
        all.addAll(rates());
        all.addAll(smoothing());
        all.add(of(
                "moving_rollup",
                Category.ROLLUP,
                "Combines, at each point, the values of the last seconds",
                Parameter.number("seconds", "60", "300", "3600"),
                Parameter.text("method", "avg", "sum", "min", "max", "count").optional()));
        return all;
    }

    private static List<Function> shifts() {
        return List.of(
                of(
                        "timeshift",
                        Category.TIMESHIFT,
                        "Values of another time: -3600 for an hour earlier",
                        Parameter.number("seconds", "-3600", "-86400", "-604800")),
                of(
                        "calendar_shift",
                        Category.TIMESHIFT,
                        "Values of an earlier day, week or month, counted on a calendar",
                        new Parameter("shift", Kind.SHIFT, Need.REQUIRED, List.of("-1d", "-7d", "-1w", "-1mo")),
                        new Parameter("timezone", Kind.ZONE, Need.OPTIONAL, List.of("UTC"))),
                of("hour_before", Category.TIMESHIFT, "Values of one hour earlier"),
                of("day_before", Category.TIMESHIFT, "Values of one day earlier; calendar_shift minds clock changes"),
                of("week_before", Category.TIMESHIFT, "Values of seven days earlier"),
                of("month_before", Category.TIMESHIFT, "Values of 28 days earlier"));
    }

    private static List<Function> rates() {
        return List.of(
                of("per_second", Category.RATE, "Increase per second, no value where it falls"),
                of("per_minute", Category.RATE, "Increase per minute, no value where it falls"),
                of("per_hour", Category.RATE, "Increase per hour, no value where it falls"),
                of("dt", Category.RATE, "Seconds since the point before"),
                of("diff", Category.RATE, "Difference to the point before"),
                of("monotonic_diff", Category.RATE, "Difference to the point before, none where a counter restarts"),
                of("derivative", Category.RATE, "Change per second, falling values included"),
                of("throughput", Category.RATE, "Count divided by the seconds of its bucket"));
    }

    private static List<Function> smoothing() {
        var all = new ArrayList<Function>();
        all.add(of("autosmooth", Category.SMOOTHING, "Moving average whose span fits the noise"));
        for (int span : new int[] {3, 5, 7, 10, 20}) {
            all.add(of(
                    "ewma_" + span,
                    Category.SMOOTHING,
                    "Exponentially weighted average of the last " + span + " points"));
        }
        for (int span : new int[] {3, 5, 7, 9}) {
            all.add(of("median_" + span, Category.SMOOTHING, "Median of the last " + span + " points"));
        }
        for (int span : new int[] {5, 13, 21, 29}) {
            all.add(of("rollingavg_" + span, Category.SMOOTHING, "Average of the last " + span + " points"));
        }
        return all;
    }
}
