// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.api.Call;
import io.dromedary.sandbox.api.Endpoint;
import io.dromedary.sandbox.api.Json;
import io.dromedary.sandbox.api.Tree;
import io.dromedary.sandbox.world.Dice;
import io.dromedary.sandbox.world.Service;
import io.dromedary.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The software catalog: services, who owns them, who needs whom. */
final class CatalogEndpoints {

    private static final String DEPENDS_ON = "RelationTypeDependsOn";
    private static final String OWNED_BY = "RelationTypeOwnedBy";
    /** 2022-08-04. */
    static final long CREATED_MS = 1_659_571_200_000L;

    private final World world;

    CatalogEndpoints(World world) {
        this.world = world;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.get("/api/v2/catalog/entity", "catalog", this::entities),
                Endpoint.get("/api/v2/catalog/relation", "catalog", this::relations),
                Endpoint.get("/api/v2/catalog/kind", "catalog", this::kinds));
    }

    private Json.Text entities(Call call) {
        var parameters = call.parameters();
        var found = world.shop().services().stream()
                .filter(service -> is(call, "filter[name]", service.name()))
                .filter(service -> is(call, "filter[owner]", service.team()))
                .filter(service -> is(call, "filter[kind]", kind(service)))
                .filter(service -> is(call, "filter[id]", id(service.name())))
                .filter(service -> is(call, "filter[ref]", kind(service) + ":" + service.name()))
                .map(CatalogEndpoints::entity)
                .toList();
        return paged(
                Page.byOffset(found, parameters, "page[offset]", "page[limit]", 100, 1000), "/api/v2/catalog/entity");
    }

    private static boolean is(Call call, String parameter, String value) {
        return call.parameters().text(parameter).map(value::equals).orElse(true);
    }

    private static Json.Text paged(Page<?> page, String path) {
        var links = Tree.object("self", link(path, page.offset(), page.size()));
        if (!page.isLast()) {
            links.put("next", link(path, page.offset() + page.size(), page.size()));
        }
        return Tree.text(Tree.object(
                "data",
                page.items(),
                "meta",
                Tree.object("count", page.items().size(), "includeCount", 0),
                "links",
                links));
    }

    private static String link(String path, long offset, long limit) {
        return path + "?page%5Blimit%5D=" + limit + "&page%5Boffset%5D=" + offset;
    }

    private static String kind(Service service) {
        return service.isApplication() ? "service" : service.name().equals("kafka") ? "queue" : "datastore";
    }

    static String id(String name) {
        long key = Dice.key(71, name);
        return new UUID(key, Dice.key(key, 1)).toString();
    }

    private static Map<String, Object> entity(Service service) {
        var attributes = Tree.object(
                "apiVersion", "v3",
                "displayName", service.name(),
                "kind", kind(service),
                "name", service.name(),
                "namespace", "default",
                "owner", service.team(),
                "tags", List.of("team:" + service.team()));
        var meta = Tree.object(
                "createdAt",
                Times.zulu(CREATED_MS),
                "modifiedAt",
                Times.zulu(CREATED_MS),
                "ingestionSource",
                "api",
                "origin",
                "unknown");
        return Tree.object("id", id(service.name()), "type", "entity", "attributes", attributes, "meta", meta);
    }

    private Json.Text relations(Call call) {
        var found = new ArrayList<Map<String, Object>>();
        for (var service : world.shop().services()) {
            for (String called : service.calls()) {
                String kind = kind(world.shop().service(called).orElseThrow());
                add(found, call, kind(service) + ":" + service.name(), kind + ":" + called, DEPENDS_ON);
            }
            add(found, call, kind(service) + ":" + service.name(), "team:" + service.team(), OWNED_BY);
        }
        return paged(
                Page.byOffset(found, call.parameters(), "page[offset]", "page[limit]", 100, 1000),
                "/api/v2/catalog/relation");
    }

    private static void add(List<Map<String, Object>> found, Call call, String from, String to, String type) {
        boolean wanted =
                is(call, "filter[from_ref]", from) && is(call, "filter[to_ref]", to) && is(call, "filter[type]", type);
        if (wanted) {
            var attributes = Tree.object("from", reference(from), "to", reference(to), "type", type);
            var meta = Tree.object(
                    "createdAt", Times.zulu(CREATED_MS), "modifiedAt", Times.zulu(CREATED_MS), "source", "user");
            found.add(Tree.object(
                    "id", id(from + type + to), "type", "relation", "attributes", attributes, "meta", meta));
        }
    }

    private static Map<String, Object> reference(String text) {
        int colon = text.indexOf(':');
        return Tree.object("kind", text.substring(0, colon), "name", text.substring(colon + 1), "namespace", "default");
    }

    private Json.Text kinds(Call call) {
        var found = world.shop().services().stream()
                .map(CatalogEndpoints::kind)
                .distinct()
                .map(kind -> Tree.object(
                        "id", id(kind), "type", "kind", "attributes", Tree.object("name", kind, "displayName", kind)))
                .toList();
        return paged(
                Page.byOffset(found, call.parameters(), "page[offset]", "page[limit]", 100, 1000),
                "/api/v2/catalog/kind");
    }
}
