// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import static io.dromedary.sandbox.api.RefusedCallException.badInput;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.sandbox.catalog.Units;
import io.dromedary.sandbox.eval.Grid;
import io.dromedary.sandbox.eval.Line;
import io.dromedary.sandbox.eval.Measure;
import io.dromedary.sandbox.eval.Query;
import io.dromedary.sandbox.eval.Table;
import io.dromedary.sandbox.slo.Slo;
import io.dromedary.sandbox.slo.SloCounts;
import io.dromedary.sandbox.slo.SloMath;
import io.dromedary.sandbox.slo.Slos;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Measures of SLOs, as the data source {@code slo} asks for them. */
final class SloQueries {

    private static final Set<String> PERCENTS = Set.of(
            "slo_status",
            "slo_status_history",
            "error_budget_remaining",
            "error_budget_remaining_history",
            "error_budget_burndown");
    private static final Set<String> OTHERS =
            Set.of("good_events", "bad_events", "good_minutes", "bad_minutes", "burn_rate");

    private final SloMath math;

    SloQueries(SloMath math) {
        this.math = math;
    }

    Query read(JsonNode node, String name, long nowMs) {
        String id = DataSources.required(node, "slo_id", name);
        String measure = DataSources.required(node, "measure", name);
        if (!PERCENTS.contains(measure) && !OTHERS.contains(measure)) {
            throw badInput("Invalid measure '" + measure + "' in query '" + name + "'.");
        }
        return new Query.OfOther(name, 0, grid -> lines(id, measure, grid, nowMs));
    }

    /** No lines of an SLO nobody knows: recording. */
    private Table lines(String id, String measure, Grid grid, long nowMs) {
        var unit = PERCENTS.contains(measure) ? new Measure(Units.named("percent"), null) : Measure.NONE;
        var lines = Slos.find(id)
                .filter(slo -> grid.size() > 0)
                .map(slo -> List.of(new Line(Line.NO_TAGS, values(slo, measure, grid, nowMs))))
                .orElse(List.of());
        return new Table(grid, lines, unit, false);
    }

    /** What burns down is counted from the window's begin on, the rest bucket by bucket. */
    private double[] values(Slo slo, String measure, Grid grid, long nowMs) {
        boolean running = measure.startsWith("error_budget");
        var values = new double[grid.size()];
        Arrays.setAll(values, i -> {
            long from = running ? grid.start(0) : grid.start(i);
            long to = Math.min(grid.start(i) + grid.milliseconds(i), nowMs);
            if (to - from < SloMath.SLICE_MS) {
                // a bucket of less than a slice shows the slice it lies in
                from = to - SloMath.SLICE_MS;
            }
            return value(slo, measure, math.over(slo, from, to, step(to - from), nowMs, true));
        });
        return values;
    }

    /** One bucket that holds all. */
    private static long step(long spanMs) {
        return (spanMs / SloMath.SLICE_MS + 2) * SloMath.SLICE_MS;
    }

    private static double value(Slo slo, String measure, SloCounts counts) {
        double target = slo.primary().target();
        return switch (measure) {
            case "good_events", "good_minutes" -> counts.goodSum();
            case "bad_events", "bad_minutes" -> counts.totalSum() - counts.goodSum();
            case "slo_status", "slo_status_history" -> counts.sli();
            case "burn_rate" -> counts.burnRate(target);
            default -> counts.budgetRemaining(target);
        };
    }
}
