// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.api.Call;
import io.dromedary.sandbox.api.Endpoint;
import io.dromedary.sandbox.api.Json;
import io.dromedary.sandbox.api.RefusedCallException;
import io.dromedary.sandbox.api.Tree;
import io.dromedary.sandbox.monitor.Monitors;
import io.dromedary.sandbox.slo.Slo;
import io.dromedary.sandbox.slo.SloMath;
import io.dromedary.sandbox.slo.Slos;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** SLOs and how they were kept. */
final class SloEndpoints {

    private final SloMath math;
    private final Monitors monitors;

    SloEndpoints(SloMath math, Monitors monitors) {
        this.math = math;
        this.monitors = monitors;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.get("/api/v1/slo", "slos", this::list),
                Endpoint.get("/api/v1/slo/*", "slos", call -> Tree.text(data(SloJson.definition(find(call.name()))))),
                Endpoint.get("/api/v1/slo/*/history", "slos_history", this::history));
    }

    static Slo find(String id) {
        return Slos.find(id).orElseThrow(() -> RefusedCallException.notFound("SLO not found: " + id + " not found"));
    }

    private static Object data(Object data) {
        return Tree.object("data", data, "error", null);
    }

    private Json.Text list(Call call) {
        var parameters = call.parameters();
        var ids = parameters.words("ids");
        if (new HashSet<>(ids).size() < ids.size()) {
            // recording: errors of the list
            throw RefusedCallException.badRequest("All items in parameter 'True' must be unique");
        }
        String query = parameters.text("query").orElse("").toLowerCase(Locale.ROOT);
        var tags = parameters.words("tags_query");
        String metric = parameters.text("metrics_query").orElse("");
        boolean deleted = parameters.flag("is_deleted", false);
        var found = Slos.all().stream()
                .filter(slo -> !deleted && (ids.isEmpty() || ids.contains(slo.id())))
                .filter(slo -> slo.name().toLowerCase(Locale.ROOT).contains(query))
                .filter(slo -> slo.tags().containsAll(tags))
                .filter(slo ->
                        slo.numerator().contains(metric) || slo.denominator().contains(metric))
                .toList();
        if (found.isEmpty() && !ids.isEmpty()) {
            throw RefusedCallException.notFound("no SLOs found for ids: "
                    + ids.stream().map(id -> "u'" + id + "'").collect(Collectors.joining(", ", "[", "]"))
                    + " not found");
        }
        var page = Page.byOffset(found, parameters, "offset", "limit", 1000, 1000);
        return Tree.text(Tree.object(
                "data",
                page.items().stream().map(SloJson::definition).toList(),
                "error",
                null,
                "metadata",
                Tree.object(
                        "page",
                        Tree.object(
                                "total_count",
                                page.total(),
                                "total_filtered_count",
                                page.items().size()))));
    }

    private Json.Text history(Call call) {
        var slo = find(call.name());
        var window = SloWindow.of(call);
        var thresholds = call.parameters()
                .text("target")
                .map(target -> List.of(new Slo.Threshold("custom", target(target), target(target))))
                .orElse(slo.thresholds());
        boolean corrected = call.parameters().flag("apply_correction", true);
        var counts = math.over(
                slo,
                window.fromMs(),
                window.toMs(),
                slo.kind() == Slo.Kind.TIME_SLICE ? SloMath.SLICE_MS : SloMath.step(window.toMs() - window.fromMs()),
                call.nowMs(),
                corrected);
        var history = new SloHistory(
                slo,
                counts,
                thresholds,
                window.fromMs() / 1000,
                window.toMs() / 1000,
                corrected,
                monitors,
                call.nowMs());
        return Tree.text(Tree.object("data", history.json(), "errors", null));
    }

    private static double target(String text) {
        try {
            double target = Double.parseDouble(text);
            if (target > 0 && target < 100) {
                return target;
            }
        } catch (NumberFormatException e) {
            throw RefusedCallException.badRequest("Invalid target: " + text);
        }
        throw RefusedCallException.badRequest("Invalid target: " + text);
    }
}
