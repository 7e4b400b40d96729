// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.api.Tree;
import io.dromedary.sandbox.slo.Slo;
import io.dromedary.sandbox.slo.SloCounts;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** SLOs as the API writes them. */
final class SloJson {

    private SloJson() {}

    static People.Person creator(Slo slo) {
        return People.oneOf(team(slo), 3);
    }

    private static String team(Slo slo) {
        return slo.tags().stream()
                .filter(tag -> tag.startsWith("team:"))
                .map(tag -> tag.substring(5))
                .collect(Collectors.joining());
    }

    /** As a list and a single SLO are answered; times in seconds. */
    static Map<String, Object> definition(Slo slo) {
        var json = Tree.object(
                "id", slo.id(),
                "name", slo.name(),
                "tags", slo.tags(),
                "monitor_tags", List.of(),
                "thresholds", slo.thresholds().stream().map(SloJson::threshold).toList(),
                "type", slo.kind().wireName(),
                "type_id", slo.kind().typeId(),
                "description", slo.description(),
                "timeframe", slo.primary().timeframe(),
                "warning_threshold", slo.primary().warning(),
                "target_threshold", slo.primary().target());
        switch (slo.kind()) {
            case METRIC -> json.put("query", query(slo));
            case MONITOR -> json.put("monitor_ids", slo.monitorIds());
            case TIME_SLICE -> json.put("sli_specification", timeSlice(slo));
        }
        var creator = creator(slo);
        json.put("creator", Tree.object("name", creator.name(), "handle", creator.handle(), "email", creator.handle()));
        json.put("created_at", slo.createdMs() / 1000);
        json.put("modified_at", slo.createdMs() / 1000);
        return json;
    }

    private static Map<String, Object> query(Slo slo) {
        return Tree.object("denominator", slo.denominator(), "numerator", slo.numerator());
    }

    private static Map<String, Object> timeSlice(Slo slo) {
        var query = Tree.object("data_source", "metrics", "name", "query1", "query", slo.numerator());
        var condition = Tree.object(
                "comparator",
                "<",
                "threshold",
                slo.limit(),
                "query_interval_seconds",
                300,
                "query",
                Tree.object("formulas", List.of(Tree.object("formula", "query1")), "queries", List.of(query)));
        return Tree.object("time_slice", condition);
    }

    static Map<String, Object> threshold(Slo.Threshold threshold) {
        return Tree.object(
                "timeframe", threshold.timeframe(),
                "target", threshold.target(),
                "target_display", Double.toString(threshold.target()),
                "warning", threshold.warning(),
                "warning_display", Double.toString(threshold.warning()));
    }

    /** Null while nothing is known. */
    static @Nullable Map<String, Object> rawBudget(Slo slo, SloCounts counts, double target) {
        return Double.isNaN(counts.sli())
                ? null
                : Tree.object(
                        "value",
                        counts.rawBudgetRemaining(target),
                        "unit",
                        slo.kind().unit());
    }

    /** As a search answers: the definition and how it stands in each of its time frames. */
    static Map<String, Object> found(Slo slo, List<SloCounts> standings, long nowMs) {
        var json = Tree.object(
                "monitor_ids", slo.monitorIds().isEmpty() ? null : slo.monitorIds(),
                "all_tags", slo.tags(),
                "thresholds", slo.thresholds().stream().map(SloJson::threshold).toList(),
                "env_tags", only(slo, "env:"),
                "groups", null,
                "timeframe", slo.primary().timeframe(),
                "overall_status", overall(slo, standings, nowMs),
                "query", slo.kind() == Slo.Kind.METRIC ? query(slo) : null,
                "warning_threshold", slo.primary().warning(),
                "slo_type", slo.kind().wireName(),
                "name", slo.name(),
                "service_tags", only(slo, "service:"),
                "status", status(slo, standings.get(0), nowMs),
                "creator", creator(slo).creator(),
                "created_at", slo.createdMs() / 1000,
                "modified_at", slo.createdMs() / 1000,
                "description", slo.description(),
                "team_tags", only(slo, "team:"),
                "target_threshold", slo.primary().target());
        return Tree.object("data", Tree.object("type", "slo", "attributes", json, "id", slo.id()));
    }

    private static List<String> only(Slo slo, String prefix) {
        return slo.tags().stream().filter(tag -> tag.startsWith(prefix)).toList();
    }

    private static Map<String, Object> status(Slo slo, SloCounts counts, long nowMs) {
        var primary = slo.primary();
        return Tree.object(
                "error_budget_remaining", counts.budgetRemaining(primary.target()),
                "raw_error_budget_remaining", rawBudget(slo, counts, primary.target()),
                "indexed_at", nowMs / 1000,
                "span_precision", 2,
                "state", counts.state(primary),
                "sli", counts.sli(),
                "calculation_error", error(counts));
    }

    private static List<Map<String, Object>> overall(Slo slo, List<SloCounts> standings, long nowMs) {
        var all = new java.util.ArrayList<Map<String, Object>>();
        for (int i = 0; i < standings.size(); i++) {
            var counts = standings.get(i);
            var threshold = slo.thresholds().get(i);
            all.add(Tree.object(
                    "error_budget_remaining", counts.budgetRemaining(threshold.target()),
                    "raw_error_budget_remaining", rawBudget(slo, counts, threshold.target()),
                    "indexed_at", nowMs / 1000,
                    "status", counts.sli(),
                    "span_precision", 2,
                    "error", error(counts),
                    "target", threshold.target(),
                    "state", counts.state(threshold),
                    "timeframe", threshold.timeframe()));
        }
        return all;
    }

    static @Nullable String error(SloCounts counts) {
        return Double.isNaN(counts.sli()) ? "The denominator is zero valued" : null;
    }
}
