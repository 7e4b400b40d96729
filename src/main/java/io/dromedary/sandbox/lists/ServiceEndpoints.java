// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.api.Call;
import io.dromedary.sandbox.api.Endpoint;
import io.dromedary.sandbox.api.Json;
import io.dromedary.sandbox.api.RefusedCallException;
import io.dromedary.sandbox.api.Tree;
import io.dromedary.sandbox.world.Host;
import io.dromedary.sandbox.world.Service;
import io.dromedary.sandbox.world.World;
import java.util.List;
import java.util.Map;

/** Services as their teams describe them, and those that are traced. */
final class ServiceEndpoints {

    private final World world;

    ServiceEndpoints(World world) {
        this.world = world;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.get("/api/v2/services/definitions", "catalog", this::definitions),
                Endpoint.get("/api/v2/services/definitions/*", "catalog", this::definition),
                Endpoint.get("/api/v2/apm/services", "apm_services", this::traced));
    }

    private Json.Text definitions(Call call) {
        var page = Page.byNumber(world.shop().services(), call.parameters(), "page[number]", "page[size]", 0, 10, 100);
        return Tree.text(Tree.object(
                "data", page.items().stream().map(ServiceEndpoints::definition).toList()));
    }

    private Json.Text definition(Call call) {
        var service = world.shop().service(call.name()).orElseThrow(ServiceEndpoints::missing);
        return Tree.text(Tree.object("data", definition(service)));
    }

    /** Recording: a service definition, not found. */
    private static RefusedCallException missing() {
        var body = Tree.object("errors", List.of("Not Found"), "error_details", List.of(Tree.object()));
        return RefusedCallException.shaped(404, "Not Found", Tree.text(body));
    }

    private static Map<String, Object> definition(Service service) {
        var meta = Tree.object(
                "last-modified-time", Times.zulu(CatalogEndpoints.CREATED_MS),
                "github-html-url", "",
                "ingestion-source", "api",
                "origin", "unknown",
                "origin-detail", "",
                "warnings", List.of(),
                "ingested-schema-version", "v2.2");
        String mail = service.team() + "@shop.example";
        var schema = Tree.object(
                "schema-version", "v2.2",
                "dd-service", service.name(),
                "team", service.team(),
                "description",
                        service.isApplication()
                                ? "Answers " + service.resources().get(0)
                                : "A store",
                "tier", service.isApplication() ? "1" : "0",
                "type", service.isApplication() ? "web" : "db",
                "contacts", List.of(Tree.object("name", "Team", "type", "email", "contact", mail)),
                "links",
                        List.of(Tree.object(
                                "name",
                                "Runbook",
                                "type",
                                "runbook",
                                "url",
                                "https://wiki.shop.example/" + service.name())),
                "tags", List.of("team:" + service.team()),
                "integrations", Tree.object(),
                "extensions", Tree.object());
        return Tree.object(
                "type", "service-definition",
                "id", CatalogEndpoints.id(service.name()).replace("-", ""),
                "attributes", Tree.object("meta", meta, "schema", schema));
    }

    private Json.Text traced(Call call) {
        String env = call.parameters().required("filter[env]");
        var names = world.shop().applications().stream()
                .map(Service::name)
                .filter(name -> world.shop().hosts().stream().anyMatch(host -> runs(host, name, env)))
                .toList();
        var metadata = names.stream()
                .map(name -> Tree.object("isTraced", true, "isUsm", false))
                .toList();
        var attributes = Tree.object("metadata", metadata, "services", names);
        return Tree.text(
                Tree.object("data", Tree.object("id", env, "type", "services_list", "attributes", attributes)));
    }

    private static boolean runs(Host host, String service, String env) {
        return host.service().name().equals(service)
                && (env.equals("*") || host.env().equals(env));
    }
}
