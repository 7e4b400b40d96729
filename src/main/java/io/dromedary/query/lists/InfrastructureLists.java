// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import static io.dromedary.query.lists.ListColumn.flag;
import static io.dromedary.query.lists.ListColumn.list;
import static io.dromedary.query.lists.ListColumn.number;
import static io.dromedary.query.lists.ListColumn.text;
import static io.dromedary.query.lists.ListColumn.time;

import io.dromedary.query.CellKind;
import java.util.List;

/** Hosts, containers, processes and the services that run on them. */
final class InfrastructureLists {

    /** Processes are kept for a day and a half; a list of them shows what runs, not what ran. */
    private static final long PROCESS_SECONDS = 3_600;

    private static final ListProduct HOSTS = ListProduct.of(
            "hosts",
            ListMode.table(
                    "list",
                    ListSource.get(
                                    "/api/v1/hosts",
                                    "host_list",
                                    Paging.offset("count", 1_000, "start", "total_matching"))
                            .searchedBy("filter")
                            .with("include_muted_hosts_data", "true")
                            .with((query, parameters) -> {
                                query.option("sort_field").ifPresent(field -> parameters.put("sort_field", field));
                                query.option("sort_dir").ifPresent(order -> parameters.put("sort_dir", order));
                            }),
                    ListSearch.WORDS,
                    text("name", "name").linked("/infrastructure?filter=${__value.raw:percentencode}"),
                    flag("up", "up"),
                    time("last_seen", "last_reported_time", CellKind.SECONDS),
                    number("cpu", "metrics.cpu", "percent"),
                    number("iowait", "metrics.iowait", "percent"),
                    number("load", "metrics.load", ""),
                    list("apps", "apps"),
                    list("sources", "sources"),
                    flag("muted", "is_muted"),
                    time("muted_until", "mute_timeout", CellKind.SECONDS),
                    list("tags", "tags_by_source.*"),
                    text("platform", "meta.platform"),
                    text("agent", "meta.agent_version"),
                    number("cpu_cores", "meta.cpuCores", ""),
                    text("id", "id")));

    private static final ListProduct CONTAINERS = ListProduct.of(
            "container-list",
            ListMode.table(
                    "list",
                    ListSource.get(
                                    "/api/v2/containers",
                                    "data",
                                    Paging.cursor("page[size]", 1_000, "page[cursor]", "meta.pagination.next_cursor"))
                            .searchedBy("filter[tags]"),
                    ListSearch.TAGS,
                    text("name", "attributes.name")
                            .linked(
                                    "/containers?query=container_name%3A${__value.raw:percentencode}%20host%3A${__data.fields.host:percentencode}"),
                    text("state", "attributes.state"),
                    text("host", "attributes.host"),
                    text("image", "attributes.image_name"),
                    list("image_tags", "attributes.image_tags"),
                    time("started", "attributes.started_at", CellKind.ISO),
                    time("created", "attributes.created_at", CellKind.ISO),
                    list("tags", "attributes.tags"),
                    text("container_id", "attributes.container_id"),
                    text("id", "id")),
            ListMode.table(
                    "groups",
                    ListSource.get(
                                    "/api/v2/containers",
                                    "data",
                                    Paging.cursor("page[size]", 1_000, "page[cursor]", "meta.pagination.next_cursor"))
                            .searchedBy("filter[tags]")
                            .with((query, parameters) -> parameters.put(
                                    "group_by", query.option("by").orElse("short_image"))),
                    ListSearch.TAGS,
                    list("group", "attributes.tags.*"),
                    number("count", "attributes.count", "")));

    private static final ListProduct PROCESSES = ListProduct.of(
            "process-list",
            ListMode.table(
                    "list",
                    ListSource.get(
                                    "/api/v2/processes",
                                    "data",
                                    Paging.cursor("page[limit]", 1_000, "page[cursor]", "meta.page.after"))
                            .searchedBy("search")
                            .with((query, parameters) -> {
                                query.option("tags").ifPresent(tags -> parameters.put("tags", tags));
                                var from = Math.max(query.fromSeconds(), query.toSeconds() - PROCESS_SECONDS);
                                parameters.put("from", Long.toString(from));
                                parameters.put("to", Long.toString(query.toSeconds()));
                            }),
                    ListSearch.WORDS,
                    text("command", "attributes.cmdline")
                            .linked("/process?query=host%3A${__data.fields.host:percentencode}"),
                    text("user", "attributes.user"),
                    text("host", "attributes.host"),
                    number("pid", "attributes.pid", ""),
                    number("ppid", "attributes.ppid", ""),
                    time("started", "attributes.start", CellKind.ISO),
                    time("seen", "attributes.timestamp", CellKind.ISO),
                    list("tags", "attributes.tags"),
                    text("id", "id")));

    private static final String SERVICE = "/apm/entity/service%3A${__value.raw:percentencode}";
    private static final String SCHEMA = "attributes.schema.";

    private static final ListProduct SERVICES = ListProduct.of(
            "services",
            ListMode.table(
                    "definitions",
                    ListSource.get(
                            "/api/v2/services/definitions",
                            "data",
                            Paging.number("page[size]", 100, "page[number]", "")),
                    ListSearch.NONE,
                    text("name", SCHEMA + "dd-service|" + SCHEMA + "info.dd-service")
                            .linked(SERVICE),
                    text("team", SCHEMA + "team|" + SCHEMA + "org.team"),
                    text("tier", SCHEMA + "tier|" + SCHEMA + "info.service-tier"),
                    text("lifecycle", SCHEMA + "lifecycle"),
                    text("application", SCHEMA + "application|" + SCHEMA + "org.application"),
                    text("description", SCHEMA + "description|" + SCHEMA + "info.description"),
                    list("languages", SCHEMA + "languages"),
                    list("contacts", SCHEMA + "contacts[].contact"),
                    list("links", SCHEMA + "links[].url"),
                    list("tags", SCHEMA + "tags"),
                    time("modified", "attributes.meta.last-modified-time", CellKind.ISO),
                    text("origin", "attributes.meta.origin"),
                    text("id", "id")),
            ListMode.table(
                    "entities",
                    ListSource.get(
                                    "/api/v2/catalog/entity",
                                    "data",
                                    Paging.offset("page[limit]", 100, "page[offset]", ""))
                            .with((query, parameters) ->
                                    query.option("kind").ifPresent(kind -> parameters.put("filter[kind]", kind))),
                    ListSearch.NONE,
                    text("name", "attributes.name").linked(SERVICE),
                    text("kind", "attributes.kind"),
                    text("display_name", "attributes.displayName"),
                    text("owner", "attributes.owner"),
                    text("namespace", "attributes.namespace"),
                    text("description", "attributes.description"),
                    list("tags", "attributes.tags"),
                    time("modified", "meta.modifiedAt", CellKind.ISO),
                    text("origin", "meta.origin|meta.ingestionSource"),
                    text("id", "id")),
            ListMode.table(
                    "apm",
                    ListSource.get("/api/v2/apm/services", "data.attributes.services", Paging.NONE)
                            .with((query, parameters) -> parameters.put("filter[env]", query.required("env", "prod"))),
                    ListSearch.NONE,
                    text("service", "").linked(SERVICE)));

    static final List<ListProduct> PRODUCTS = List.of(HOSTS, CONTAINERS, PROCESSES, SERVICES);

    private InfrastructureLists() {}
}
