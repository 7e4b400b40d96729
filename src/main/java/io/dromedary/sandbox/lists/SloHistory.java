// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.api.Tree;
import io.dromedary.sandbox.monitor.Monitors;
import io.dromedary.sandbox.slo.Correction;
import io.dromedary.sandbox.slo.Slo;
import io.dromedary.sandbox.slo.SloCounts;
import io.dromedary.sandbox.slo.SloMath;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How an SLO was kept over a window.
 *
 * @param fromSeconds epoch seconds, as is {@code toSeconds}
 * @param thresholds those of the SLO, or the one that was asked for
 */
record SloHistory(
        Slo slo,
        SloCounts counts,
        List<Slo.Threshold> thresholds,
        long fromSeconds,
        long toSeconds,
        boolean corrected,
        Monitors monitors,
        long nowMs) {

    Map<String, Object> json() {
        var thresholdsByFrame = Tree.object();
        thresholds.forEach(threshold -> thresholdsByFrame.put(threshold.timeframe(), SloJson.threshold(threshold)));
        var json = Tree.object(
                "thresholds", thresholdsByFrame,
                "from_ts", fromSeconds,
                "to_ts", toSeconds,
                "type", slo.kind().wireName(),
                "type_id", slo.kind().typeId(),
                "slo", SloJson.definition(slo),
                "group_by", List.of(),
                "overall", overall());
        switch (slo.kind()) {
            case METRIC -> json.put("series", series());
            case MONITOR ->
                json.put(
                        "monitors", slo.monitorIds().stream().map(this::monitor).toList());
            case TIME_SLICE -> {}
        }
        return json;
    }

    private Map<String, Object> overall() {
        var budgets = Tree.object();
        thresholds.forEach(threshold -> budgets.put(threshold.timeframe(), counts.budgetRemaining(threshold.target())));
        String error = SloJson.error(counts);
        var json = Tree.object(
                "errors",
                error == null
                        ? null
                        : List.of(Tree.object("error_message", error, "error_type", "ZERO_VALUED_DENOMINATOR")),
                "name",
                slo.name(),
                "sli_value",
                counts.sli(),
                "span_precision",
                2,
                "precision",
                Tree.object("custom", 2, slo.primary().timeframe(), 2),
                "uptime",
                slo.kind() == Slo.Kind.METRIC ? null : counts.sli(),
                "error_budget_remaining",
                budgets,
                "corrections",
                corrections(),
                "state",
                counts.state(thresholds.get(0)));
        if (slo.kind() != Slo.Kind.METRIC) {
            json.put(
                    "history",
                    slo.kind() == Slo.Kind.MONITOR ? states(slo.monitorIds().get(0)) : SloStates.of(counts));
        }
        return json;
    }

    private List<Map<String, Object>> corrections() {
        if (!corrected) {
            return List.of();
        }
        return Correction.between(fromSeconds * 1000, Math.min(toSeconds * 1000, nowMs)).stream()
                .filter(correction -> correction.sloId().equals(slo.id()))
                .map(correction -> Tree.object(
                        "id",
                        correction.id(),
                        "start",
                        correction.startMs() / 1000,
                        "end",
                        correction.endMs() / 1000,
                        "category",
                        "Scheduled Maintenance"))
                .toList();
    }

    private Map<String, Object> series() {
        String numerator = "default_zero(" + slo.numerator() + ")";
        String denominator = "default_zero(" + slo.denominator() + ")";
        return Tree.object(
                "res_type",
                "time_series",
                "resp_version",
                2,
                "query",
                numerator + ", " + denominator,
                "from_date",
                fromSeconds * 1000,
                "to_date",
                toSeconds * 1000,
                "message",
                "",
                "interval",
                counts.stepMs() / 1000,
                // doubles: recording, history of an SLO
                "times",
                Arrays.stream(counts.startsMs()).mapToObj(time -> (double) time).toList(),
                "numerator",
                side(numerator, counts.good(), 0),
                "denominator",
                side(denominator, counts.total(), 1),
                "numerator_query",
                numerator,
                "denominator_query",
                denominator,
                "bad_series_query",
                denominator + " - " + numerator);
    }

    private static Map<String, Object> side(String query, double[] values, int index) {
        var metadata = Tree.object(
                "unit", null, "query_index", index, "aggr", "sum", "tag_set", List.of(), "expression", query);
        return Tree.object(
                "values",
                Arrays.stream(values).boxed().toList(),
                "metadata",
                metadata,
                "sum",
                Arrays.stream(values).sum(),
                "count",
                values.length);
    }

    private Map<String, Object> monitor(long id) {
        var monitor = monitors.find(id).orElseThrow();
        return Tree.object(
                "id",
                id,
                "name",
                monitor.name(),
                "monitor_type",
                monitor.type(),
                "monitor_modified",
                monitor.createdMs() / 1000,
                "uptime",
                counts.sli(),
                "sli_value",
                counts.sli(),
                "span_precision",
                2,
                "errors",
                null,
                "preview",
                false,
                "history",
                states(id));
    }

    private List<List<Long>> states(long monitorId) {
        var monitor = monitors.find(monitorId).orElseThrow();
        long known = Math.min(toSeconds * 1000, nowMs - Math.floorMod(nowMs, SloMath.SLICE_MS));
        return known <= fromSeconds * 1000
                ? List.of()
                : SloStates.of(monitors.history(monitor, fromSeconds * 1000, known), known);
    }
}
