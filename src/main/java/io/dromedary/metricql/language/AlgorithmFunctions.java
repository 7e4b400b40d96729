// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.language;

import static io.dromedary.metricql.language.ValueFunctions.of;

import io.dromedary.metricql.language.Function.Category;
import io.dromedary.metricql.language.Function.Place;
import io.dromedary.metricql.language.Parameter.Kind;
import java.util.List;

/** Functions that judge or foresee: trends, anomalies, outliers, forecasts. */
final class AlgorithmFunctions {

    private AlgorithmFunctions() {}

    static List<Function> all() {
        return List.of(
                of("robust_trend", Category.REGRESSION, "Straight line that outliers do not bend"),
                of("trend_line", Category.REGRESSION, "Straight line through all points"),
                of("piecewise_constant", Category.REGRESSION, "Steps through the points"),
                of("equiv_otel", Category.ALGORITHM, "The same data under its OpenTelemetry name, too"),
                anomalies(),
                outliers(),
                forecast());
    }

    private static Function anomalies() {
        return outermost(
                "anomalies",
                "Marks values outside the band that the past lets expect",
                Parameter.text("algorithm", "basic", "agile", "robust").formerly("adaptive"),
                Parameter.number("bounds", "2", "3", "4").optional(),
                Parameter.named("direction", Kind.TEXT, "above", "below", "both"),
                Parameter.named("alert_window", Kind.EXAMPLE, "last_5m", "last_15m", "last_30m", "last_1h"),
                Parameter.named("interval", Kind.NUMBER, "20", "60", "300"),
                Parameter.named("count_default_zero", Kind.TEXT, "true", "false"),
                Parameter.named("seasonality", Kind.TEXT, "hourly", "daily", "weekly"),
                Parameter.named("timezone", Kind.EXAMPLE));
    }

    private static Function outliers() {
        return outermost(
                "outliers",
                "Marks series that behave unlike the others of the group",
                Parameter.text("algorithm", "DBSCAN", "MAD", "scaledDBSCAN", "scaledMAD")
                        .formerly("dbscan", "mad"),
                Parameter.number("tolerance", "2", "3", "4").optional(),
                Parameter.number("percentage", "10", "20", "50").optional());
    }

    private static Function forecast() {
        return outermost(
                "forecast",
                "Continues the series into the future, with a band",
                Parameter.text("algorithm", "linear", "seasonal"),
                Parameter.number("deviations", "1", "2", "3").optional(),
                Parameter.named("interval", Kind.EXAMPLE, "10m", "60m"),
                Parameter.named("history", Kind.EXAMPLE, "1d", "3d", "1w"),
                Parameter.named("model", Kind.EXAMPLE, "default", "simple", "reactive"),
                Parameter.named("seasonality", Kind.TEXT, "hourly", "daily", "weekly"),
                Parameter.named("timezone", Kind.EXAMPLE));
    }

    private static Function outermost(String name, String description, Parameter... more) {
        var plain = of(name, Category.ALGORITHM, description, more);
        return new Function(name, plain.category(), Place.OUTERMOST, plain.parameters(), description);
    }
}
