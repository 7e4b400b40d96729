// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.api.Call;
import io.dromedary.sandbox.api.Endpoint;
import io.dromedary.sandbox.api.Json;
import io.dromedary.sandbox.api.RefusedCallException;
import io.dromedary.sandbox.api.Tree;
import io.dromedary.sandbox.world.World;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Cases: what is to do after an incident. Pages count from 1: recording. */
final class CaseEndpoints {

    private static final long WORKED_ON_MS = TimeUnit.DAYS.toMillis(5);
    private static final String PROJECT = "384521ba-0000-4000-8000-000000000001";

    private final World world;

    CaseEndpoints(World world) {
        this.world = world;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.get("/api/v2/cases", "cases", this::list),
                Endpoint.get(
                        "/api/v2/cases/projects", "cases", call -> Tree.text(Tree.object("data", List.of(project())))),
                Endpoint.get("/api/v2/cases/*", "cases", this::get));
    }

    private static Map<String, Object> project() {
        return Tree.object(
                "id", PROJECT, "type", "project", "attributes", Tree.object("key", "SHOP", "name", "Shop follow-ups"));
    }

    private Json.Text list(Call call) {
        var parameters = call.parameters();
        var search = ListSearch.of(parameters.text("filter").orElse(""));
        boolean up = parameters.flag("sort[asc]", false);
        Comparator<IncidentView> order = switch (parameters.text("sort[field]").orElse("created_at")) {
            case "created_at" -> Comparator.comparingLong(IncidentView::detectedMs);
            case "priority" -> Comparator.comparing(CaseEndpoints::priority);
            case "status" -> Comparator.comparing(CaseEndpoints::status);
            default -> throw RefusedCallException.badRequest("invalid sort[field]");
        };
        var found = IncidentView.all(world, call.nowMs()).stream()
                .filter(incident -> search.test(listed(incident)))
                .sorted(up ? order : order.reversed())
                .toList();
        var page = Page.byNumber(found, parameters, "page[number]", "page[size]", 1, 10, 100);
        var meta = Tree.object(
                "total_cases",
                page.total(),
                "page",
                Tree.object("current", page.number() + 1, "size", page.items().size(), "total", page.pages()));
        return Tree.text(Tree.object(
                "data", page.items().stream().map(CaseEndpoints::json).toList(), "meta", meta));
    }

    private Json.Text get(Call call) {
        return IncidentView.all(world, call.nowMs()).stream()
                .filter(incident ->
                        id(incident).equals(call.name()) || key(incident).equals(call.name()))
                .findFirst()
                .map(incident -> Tree.text(Tree.object("data", json(incident))))
                .orElseThrow(() -> RefusedCallException.jsonApi(404, "Not Found", "case not found"));
    }

    private static String id(IncidentView incident) {
        return TeamEndpoints.id("case", incident.id());
    }

    private static String key(IncidentView incident) {
        return "SHOP-" + incident.publicId();
    }

    private static String status(IncidentView incident) {
        if (!incident.state().equals("resolved")) {
            return "OPEN";
        }
        return incident.nowMs() < incident.resolvedMs() + WORKED_ON_MS ? "IN_PROGRESS" : "CLOSED";
    }

    /** P1 to P3, as grave as the incident. */
    private static String priority(IncidentView incident) {
        return incident.severity().replace("SEV-", "P");
    }

    private static Listed listed(IncidentView incident) {
        return Listed.of(
                incident.title() + " " + key(incident),
                List.of("service:" + incident.service().name()),
                "status",
                status(incident).toLowerCase(Locale.ROOT),
                "priority",
                priority(incident),
                "key",
                key(incident));
    }

    private static Map<String, Object> json(IncidentView incident) {
        var person = People.oneOf(incident.service().team(), incident.publicId());
        var user = Tree.object("data", Tree.object("id", person.id(), "type", "user"));
        var project = Tree.object("data", Tree.object("id", PROJECT, "type", "project"));
        var attributes = Tree.object(
                "attributes", Tree.object("service", List.of(incident.service().name())),
                "comment_count", 0,
                "created_at", Times.zulu(incident.detectedMs()),
                "creation_source", "MANUAL",
                "description", "",
                "key", key(incident),
                "modified_at", Times.zulu(Math.min(incident.nowMs(), incident.resolvedMs())),
                "priority", priority(incident),
                "public_id", Long.toString(incident.publicId()),
                "status", status(incident),
                "title", "Learn from IR-" + incident.publicId() + ": " + incident.title(),
                "type", "STANDARD");
        if (status(incident).equals("CLOSED")) {
            attributes.put("closed_at", Times.zulu(incident.resolvedMs() + WORKED_ON_MS));
        }
        return Tree.object(
                "id",
                id(incident),
                "type",
                "case",
                "attributes",
                attributes,
                "relationships",
                Tree.object("assignee", user, "created_by", user, "project", project));
    }
}
