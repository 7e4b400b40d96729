// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.api.Call;
import io.dromedary.sandbox.api.Endpoint;
import io.dromedary.sandbox.api.Json;
import io.dromedary.sandbox.api.RefusedCallException;
import io.dromedary.sandbox.api.Tree;
import io.dromedary.sandbox.world.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Incidents. */
final class IncidentEndpoints {

    private static final List<String> STATES = List.of("active", "stable", "resolved");
    private static final List<String> SEVERITIES = List.of("SEV-1", "SEV-2", "SEV-3", "SEV-4", "SEV-5", "UNKNOWN");

    private final World world;

    IncidentEndpoints(World world) {
        this.world = world;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.get("/api/v2/incidents", "incidents", this::list),
                Endpoint.get("/api/v2/incidents/search", "incidents", this::search),
                Endpoint.get("/api/v2/incidents/*", "incidents", this::get),
                Endpoint.get("/api/v2/incidents/*/impacts", "incidents", this::impacts));
    }

    private Json.Text list(Call call) {
        var page = page(IncidentView.all(world, call.nowMs()), call);
        return Tree.text(Tree.object(
                "data", page.items().stream().map(IncidentJson::json).toList(), "meta", meta(page)));
    }

    private static Page<IncidentView> page(List<IncidentView> all, Call call) {
        return Page.byOffset(all, call.parameters(), "page[offset]", "page[size]", 10, 100);
    }

    /** Without a next offset on the last page: recording, list of incidents. */
    private static Map<String, Object> meta(Page<?> page) {
        var pagination = Tree.object("size", page.items().size(), "offset", page.offset());
        if (!page.isLast()) {
            pagination.put("next_offset", page.offset() + page.items().size());
        }
        return Tree.object("pagination", pagination);
    }

    private Json.Text search(Call call) {
        var search = ListSearch.of(call.parameters().required("query"));
        var found = new ArrayList<>(IncidentView.all(world, call.nowMs()).stream()
                .filter(incident -> search.test(incident.listed()))
                .toList());
        String sort = call.parameters().text("sort").orElse("-created");
        if (sort.equals("created")) {
            Collections.reverse(found);
        } else if (!sort.equals("-created")) {
            throw RefusedCallException.jsonApi(400, "Invalid Parameter", "invalid sort: " + sort);
        }
        var page = page(found, call);
        var incidents = page.items().stream()
                .map(incident -> Tree.object("data", IncidentJson.found(incident)))
                .toList();
        return Tree.text(Tree.object(
                "data",
                Tree.object(
                        "type",
                        "incidents_search_results",
                        "attributes",
                        Tree.object("total", found.size(), "facets", facets(found), "incidents", incidents)),
                "meta",
                meta(page)));
    }

    private static Map<String, Object> facets(List<IncidentView> found) {
        return Tree.object(
                "severity", counts(found, SEVERITIES, IncidentView::severity),
                "state", counts(found, STATES, IncidentView::state),
                "fields",
                        List.of(
                                Tree.object(
                                        "name",
                                        "services",
                                        "facets",
                                        Facets.count(found, one -> one.services().stream())),
                                Tree.object(
                                        "name",
                                        "teams",
                                        "facets",
                                        Facets.count(
                                                found,
                                                one -> Stream.of(one.service().team())))));
    }

    private static List<Map<String, Object>> counts(
            List<IncidentView> found, List<String> values, java.util.function.Function<IncidentView, String> value) {
        return values.stream()
                .map(one -> Tree.object(
                        "name",
                        one,
                        "count",
                        found.stream()
                                .filter(incident -> value.apply(incident).equals(one))
                                .count()))
                .toList();
    }

    private IncidentView find(Call call) {
        return IncidentView.all(world, call.nowMs()).stream()
                .filter(incident -> incident.id().equals(call.name())
                        || Long.toString(incident.publicId()).equals(call.name()))
                .findFirst()
                .orElseThrow(() -> RefusedCallException.jsonApi(
                        404, "Not Found", "incident with id " + call.name() + " not found"));
    }

    private Json.Text get(Call call) {
        return Tree.text(Tree.object("data", IncidentJson.json(find(call))));
    }

    private Json.Text impacts(Call call) {
        return Tree.text(Tree.object("data", IncidentJson.impacts(find(call))));
    }
}
