// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.query.Cells;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code GET /api/v1/slo/{id}/history} tells of an SLO, as a whole and for each of its groups.
 *
 * @param target percent
 * @param error why there is no SLI, empty if there is one
 */
record SloHistory(String name, double target, List<Sli> parts, String error) {

    /**
     * The SLO as a whole, or one of its groups or monitors.
     *
     * @param group empty for the whole
     * @param sli percent, {@code NaN} if Datadog could not tell
     * @param budget percent of the error budget that is left, {@code NaN} if Datadog does not tell
     */
    record Sli(String group, String state, double sli, double budget, SloTrack track) {}

    /**
     * @param reply the whole of it
     * @param target percent, {@code NaN} for the SLO's own
     */
    static SloHistory of(JsonNode reply, String id, double target) {
        var data = reply.path("data");
        var slo = data.path("slo");
        var timeframe = Double.isNaN(target) ? slo.path("timeframe").asText("") : "custom";
        var parts = new ArrayList<Sli>();
        parts.add(sli("", data.path("overall"), data, timeframe));
        var groups = data.path("groups").size() > 0 ? data.path("groups") : data.path("monitors");
        if (data.path("groups").size() > 0 || groups.size() > 1) {
            for (var group : groups) {
                parts.add(sli(group.path("group").asText(group.path("name").asText()), group, data, timeframe));
            }
        }
        return new SloHistory(
                slo.path("name").asText(data.path("overall").path("name").asText(id)),
                Double.isNaN(target) ? targetOf(slo, data.path("thresholds")) : target,
                parts,
                error(reply));
    }

    private static Sli sli(String group, JsonNode part, JsonNode data, String timeframe) {
        var budgets = part.path("error_budget_remaining");
        var budget = Stream.of(timeframe, "custom")
                .map(budgets::path)
                .filter(JsonNode::isNumber)
                .findFirst()
                .or(() -> Optional.ofNullable(
                        budgets.isObject() && budgets.size() > 0
                                ? budgets.elements().next()
                                : null))
                .map(Cells::number)
                .orElse(Double.NaN);
        return new Sli(
                group,
                part.path("state").asText(""),
                Cells.number(part.path("sli_value")),
                budget,
                track(part, data, group.isEmpty()));
    }

    private static SloTrack track(JsonNode part, JsonNode data, boolean whole) {
        if (whole && data.path("series").isObject()) {
            return SloTrack.ofSeries(data.path("series"));
        }
        var isTimeSlice = data.path("type").asText().equals("time_slice");
        return SloTrack.ofStates(part.path("history"), data.path("to_ts").asLong() * 1_000, isTimeSlice);
    }

    private static double targetOf(JsonNode slo, JsonNode thresholds) {
        if (slo.path("target_threshold").isNumber()) {
            return slo.path("target_threshold").asDouble();
        }
        for (var threshold : slo.path("thresholds").isArray() ? slo.path("thresholds") : thresholds) {
            return Cells.number(threshold.path("target"));
        }
        return Double.NaN;
    }

    private static String error(JsonNode reply) {
        for (var error : reply.path("data").path("overall").path("errors")) {
            return error.path("error_message").asText(error.path("error_type").asText());
        }
        for (var error : reply.path("errors")) {
            return error.isTextual() ? error.asText() : error.path("error").asText();
        }
        return "";
    }

    /** Returns the share of the error budget that the objective allows, from 0 to 1; {@code NaN} if there is none. */
    double allowed() {
        return target < 100 ? 1 - target / 100 : Double.NaN;
    }
}
