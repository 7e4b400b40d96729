// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.api.Call;
import io.dromedary.sandbox.api.Endpoint;
import io.dromedary.sandbox.api.Json;
import io.dromedary.sandbox.api.RefusedCallException;
import io.dromedary.sandbox.api.Tree;
import io.dromedary.sandbox.slo.Correction;
import io.dromedary.sandbox.slo.Slo;
import io.dromedary.sandbox.slo.SloCounts;
import io.dromedary.sandbox.slo.SloMath;
import io.dromedary.sandbox.slo.Slos;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How SLOs stand, and what was left out of them. */
final class SloStatusEndpoints {

    private static final long REMEMBERED_MS = TimeUnit.DAYS.toMillis(365);

    private final SloMath math;

    SloStatusEndpoints(SloMath math) {
        this.math = math;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.get("/api/v1/slo/search", "slos_search", this::search),
                Endpoint.get("/api/v2/slo/*/status", "slos_status", this::status),
                Endpoint.get("/api/v1/slo/correction", "slos", this::corrections),
                Endpoint.get("/api/v1/slo/*/corrections", "slos", this::correctionsOf));
    }

    private Json.Text search(Call call) {
        var search = ListSearch.of(call.parameters().text("query").orElse(""));
        var found = Slos.all().stream().filter(slo -> search.test(listed(slo))).toList();
        var page = Page.byNumber(found, call.parameters(), "page[number]", "page[size]", 0, 10, 1000);
        var slos = page.items().stream()
                .map(slo -> SloJson.found(slo, standings(slo, call.nowMs()), call.nowMs()))
                .toList();
        var attributes = Tree.object("slos", slos);
        if (call.parameters().flag("include_facets", false)) {
            attributes.put("facets", facets(found));
        }
        long last = Math.max(0, page.pages() - 1);
        return Tree.text(Tree.object(
                "data", Tree.object("type", "service_level_objective_search_results", "attributes", attributes),
                "meta",
                        Tree.object(
                                "pagination",
                                Tree.object(
                                        "number",
                                        page.number(),
                                        "first_number",
                                        0,
                                        "prev_number",
                                        Math.max(0, page.number() - 1),
                                        "next_number",
                                        page.number() + 1,
                                        "last_number",
                                        last,
                                        "size",
                                        page.size(),
                                        "type",
                                        "number_size",
                                        "total",
                                        page.total()))));
    }

    private static Listed listed(Slo slo) {
        return Listed.of(
                slo.name() + " " + slo.id(),
                slo.tags(),
                "slo_type",
                slo.kind().wireName(),
                "id",
                slo.id(),
                "name",
                slo.name());
    }

    private static Map<String, Object> facets(List<Slo> slos) {
        return Tree.object(
                "slo_type",
                        Facets.count(
                                slos,
                                slo -> java.util.stream.Stream.of(slo.kind().wireName())),
                "all_tags", Facets.count(slos, slo -> slo.tags().stream()));
    }

    private List<SloCounts> standings(Slo slo, long nowMs) {
        return slo.thresholds().stream()
                .map(threshold -> {
                    long span = TimeUnit.DAYS.toMillis(threshold.days());
                    return math.over(slo, nowMs - span, nowMs, SloMath.step(span), nowMs, true);
                })
                .toList();
    }

    private Json.Text status(Call call) {
        var slo = Slos.find(call.name())
                .orElseThrow(() -> RefusedCallException.jsonApi(404, "Not Found", "SLO not found: " + call.name()));
        var window = SloWindow.of(call);
        boolean corrected = !call.parameters().flag("disable_corrections", false);
        long span = window.toMs() - window.fromMs();
        var counts = math.over(slo, window.fromMs(), window.toMs(), SloMath.step(span), call.nowMs(), corrected);
        var target = slo.primary();
        var attributes = Tree.object(
                "error_budget_remaining", counts.budgetRemaining(target.target()),
                "raw_error_budget_remaining", SloJson.rawBudget(slo, counts, target.target()),
                "sli", counts.sli(),
                "span_precision", 2,
                "state", counts.state(target));
        return Tree.text(
                Tree.object("data", Tree.object("id", slo.id(), "type", "slo_status", "attributes", attributes)));
    }

    private Json.Text corrections(Call call) {
        var all = Correction.between(call.nowMs() - REMEMBERED_MS, call.nowMs());
        var page = Page.byOffset(all, call.parameters(), "offset", "limit", 25, 1000);
        return Tree.text(Tree.object(
                "data",
                page.items().stream().map(SloStatusEndpoints::json).toList(),
                "meta",
                Tree.object(
                        "page",
                        Tree.object(
                                "total_count",
                                page.total(),
                                "total_filtered_count",
                                page.items().size()))));
    }

    private Json.Text correctionsOf(Call call) {
        var slo = SloEndpoints.find(call.name());
        var found = Correction.between(call.nowMs() - REMEMBERED_MS, call.nowMs()).stream()
                .filter(correction -> correction.sloId().equals(slo.id()))
                .map(SloStatusEndpoints::json)
                .toList();
        return Tree.text(Tree.object(
                "data",
                found,
                "meta",
                Tree.object("pagination", Tree.object("offset", 0, "limit", found.size(), "total", found.size()))));
    }

    private static Map<String, Object> json(Correction correction) {
        var author = People.oneOf("platform", 2);
        return Tree.object(
                "type",
                "correction",
                "id",
                correction.id(),
                "attributes",
                Tree.object(
                        "slo_id",
                        correction.sloId(),
                        "start",
                        correction.startMs() / 1000,
                        "end",
                        correction.endMs() / 1000,
                        "description",
                        "Weekly maintenance of the stores",
                        "category",
                        "Scheduled Maintenance",
                        "timezone",
                        "UTC",
                        "created_at",
                        correction.startMs() / 1000,
                        "modified_at",
                        correction.startMs() / 1000,
                        "rrule",
                        null,
                        "duration",
                        null,
                        "creator",
                        author.user(),
                        "modifier",
                        null));
    }
}
