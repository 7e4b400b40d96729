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

/** Notebooks: a postmortem of each grave incident that is over. */
final class NotebookEndpoints {

    private final World world;

    NotebookEndpoints(World world) {
        this.world = world;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.get("/api/v1/notebooks", "notebooks", this::list),
                Endpoint.get("/api/v1/notebooks/*", "notebooks", this::get));
    }

    private List<IncidentView> told(Call call) {
        return IncidentView.all(world, call.nowMs()).stream()
                .filter(incident -> incident.state().equals("resolved")
                        && incident.severity().equals("SEV-1"))
                .toList();
    }

    private Json.Text list(Call call) {
        var parameters = call.parameters();
        String query = parameters.text("query").orElse("").toLowerCase(Locale.ROOT);
        boolean cells = parameters.flag("include_cells", true);
        boolean none = parameters.flag("is_template", false);
        Comparator<IncidentView> order = switch (parameters.text("sort_field").orElse("modified")) {
            case "modified", "created" -> Comparator.comparingLong(IncidentView::resolvedMs);
            case "name" -> Comparator.comparing(NotebookEndpoints::name);
            default -> throw RefusedCallException.badRequest("Invalid sort_field");
        };
        var found = told(call).stream()
                .filter(incident ->
                        !none && name(incident).toLowerCase(Locale.ROOT).contains(query))
                .filter(incident -> parameters
                        .text("author_handle")
                        .map(author(incident).handle()::equals)
                        .orElse(true))
                .sorted(parameters.text("sort_dir").orElse("desc").equals("asc") ? order : order.reversed())
                .toList();
        var page = Page.byOffset(found, parameters, "start", "count", 100, 1000);
        return Tree.text(Tree.object(
                "data",
                page.items().stream().map(incident -> json(incident, cells)).toList(),
                "meta",
                Tree.object(
                        "page",
                        Tree.object(
                                "total_count",
                                page.total(),
                                "total_filtered_count",
                                page.items().size()))));
    }

    private Json.Text get(Call call) {
        return told(call).stream()
                .filter(incident -> Long.toString(incident.publicId()).equals(call.name()))
                .findFirst()
                .map(incident -> Tree.text(Tree.object("data", json(incident, true))))
                .orElseThrow(() -> RefusedCallException.notFound("Notebook not found"));
    }

    private static String name(IncidentView incident) {
        return "Postmortem IR-" + incident.publicId() + ": " + incident.title();
    }

    private static People.Person author(IncidentView incident) {
        return People.oneOf(incident.service().team(), incident.publicId());
    }

    private static Map<String, Object> json(IncidentView incident, boolean cells) {
        var author = author(incident);
        var attributes = Tree.object("name", name(incident));
        if (cells) {
            attributes.put("cells", List.of(cell(incident, "What happened: " + incident.title())));
        }
        attributes.put("time", Tree.object("live_span", "1d"));
        attributes.put(
                "metadata",
                Tree.object("is_favorite", false, "is_template", false, "type", "postmortem", "take_snapshots", false));
        attributes.put("template_variables", List.of());
        attributes.put("status", "published");
        attributes.put("modified", Times.offset(incident.resolvedMs()));
        attributes.put("created", Times.offset(incident.resolvedMs()));
        attributes.put(
                "author",
                Tree.object(
                        "name",
                        author.name(),
                        "handle",
                        author.handle(),
                        "email",
                        author.handle(),
                        "status",
                        "Active"));
        return Tree.object("type", "notebooks", "id", incident.publicId(), "attributes", attributes);
    }

    private static Map<String, Object> cell(IncidentView incident, String text) {
        var definition = Tree.object("type", "markdown", "text", text);
        return Tree.object(
                "type",
                "notebook_cells",
                "id",
                "c" + incident.publicId(),
                "attributes",
                Tree.object("definition", definition));
    }
}
