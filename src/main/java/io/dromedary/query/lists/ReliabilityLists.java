// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import static io.dromedary.query.lists.ListColumn.flag;
import static io.dromedary.query.lists.ListColumn.list;
import static io.dromedary.query.lists.ListColumn.number;
import static io.dromedary.query.lists.ListColumn.text;
import static io.dromedary.query.lists.ListColumn.time;

import io.dromedary.query.CellKind;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Monitors, SLOs, downtimes and incidents. */
final class ReliabilityLists {

    private static final String MONITOR = "/monitors/${__data.fields.id}";

    private static final ListSearch MONITOR_SEARCH = ListSearch.terms(
            "tag:", "status", "type", "muted", "priority", "title", "name", "notification", "scope", "group", "id");

    private static final ListSource EVENTS = ListSource.get(
                    "/api/v2/events", "data", Paging.cursor("page[limit]", 1_000, "page[cursor]", "meta.page.after"))
            .with((query, parameters) -> {
                parameters.put("filter[query]", ("source:alert " + query.text()).strip());
                parameters.put(
                        "filter[from]",
                        Long.toString(query.window().range().from().toEpochMilli()));
                parameters.put(
                        "filter[to]", Long.toString(query.window().range().to().toEpochMilli()));
            });

    private static final ListProduct MONITORS = ListProduct.of(
            "monitors",
            ListMode.table(
                    "list",
                    monitorSearch("/api/v1/monitor/search", "monitors"),
                    MONITOR_SEARCH,
                    text("name", "name").linked(MONITOR),
                    text("status", "status|overall_state"),
                    text("type", "type"),
                    number("priority", "priority", ""),
                    time("last_triggered", "last_triggered_ts", CellKind.SECONDS),
                    time("muted_until", "muted_until_ts", CellKind.SECONDS),
                    list("tags", "tags"),
                    list("scopes", "scopes"),
                    text("query", "query"),
                    text("creator", "creator.name|creator.handle"),
                    text("id", "id").linked("/monitors/${__value.raw}")),
            ListMode.table(
                    "groups",
                    monitorSearch("/api/v1/monitor/groups/search", "groups"),
                    MONITOR_SEARCH,
                    text("monitor_name", "monitor_name").linked("/monitors/${__data.fields.monitor_id}"),
                    text("group", "group"),
                    text("status", "status"),
                    time("last_triggered", "last_triggered_ts", CellKind.SECONDS),
                    time("last_nodata", "last_nodata_ts", CellKind.SECONDS),
                    flag("muted", "muted"),
                    time("muted_until", "muted_until_ts", CellKind.SECONDS),
                    number("priority", "priority", ""),
                    list("tags", "all_tags|group_tags"),
                    text("monitor_id", "monitor_id").linked("/monitors/${__value.raw}")),
            ListMode.table(
                            "counts",
                            ListSource.get("/api/v1/monitor/search", "counts.{by=status}", Paging.NONE)
                                    .searchedBy("query"),
                            MONITOR_SEARCH,
                            text("name", "name"),
                            number("count", "count", ""))
                    .as("counts", TableFrames::numeric),
            ListMode.table(
                            "annotations",
                            EVENTS,
                            ListSearch.terms("", "status", "source"),
                            time("time", "attributes.timestamp", CellKind.ISO),
                            text("title", "attributes.attributes.title|attributes.attributes.monitor.name"),
                            text("text", "attributes.message"),
                            list("tags", "attributes.tags"),
                            text("id", "id"))
                    .as("annotations", AnnotationFrames::make));

    private static final ListProduct SLOS = ListProduct.of(
            "slos",
            ListMode.table(
                    "list",
                    ListSource.get(
                                    "/api/v1/slo/search",
                                    "data.attributes.slos",
                                    Paging.number("page[size]", 100, "page[number]", "meta.pagination.total"))
                            .searchedBy("query"),
                    ListSearch.terms(""),
                    text("name", "data.attributes.name").linked("/slo?slo_id=${__data.fields.id}"),
                    text("status", "data.attributes.status.state"),
                    number("sli", "data.attributes.status.sli", "percent"),
                    number("target", "data.attributes.target_threshold", "percent"),
                    number("error_budget_remaining", "data.attributes.status.error_budget_remaining", "percent"),
                    text("timeframe", "data.attributes.timeframe"),
                    text("type", "data.attributes.slo_type"),
                    list("tags", "data.attributes.all_tags"),
                    text("error", "data.attributes.status.calculation_error"),
                    text("creator", "data.attributes.creator.name|data.attributes.creator.email"),
                    time("modified", "data.attributes.modified_at", CellKind.SECONDS),
                    time("calculated", "data.attributes.status.indexed_at", CellKind.SECONDS),
                    text("id", "data.id").linked("/slo?slo_id=${__value.raw}")),
            ListMode.table("history", sloHistory(query -> Duration.ZERO), ListSearch.NONE, SloFrames.REPLY)
                    .withIds("id")
                    .as("history", SloFrames::history),
            ListMode.table("status", sloHistory(query -> Duration.ZERO), ListSearch.NONE, SloFrames.REPLY)
                    .withIds("id")
                    .as("status", SloFrames::status),
            ListMode.table("burn-rate", sloHistory(SloFrames::longWindow), ListSearch.NONE, SloFrames.REPLY)
                    .withIds("id")
                    .as("burn-rate", SloFrames::burnRate));

    private static final ListSource DOWNTIME_LIST = ListSource.get(
                    "/api/v2/downtime",
                    "data",
                    Paging.offset("page[limit]", 100, "page[offset]", "meta.page.total_filtered_count"))
            .with("include", "created_by,monitor")
            .with((query, parameters) ->
                    query.option("current_only").ifPresent(only -> parameters.put("current_only", only)));

    private static final ListProduct DOWNTIMES = ListProduct.of(
            "downtimes",
            ListMode.table(
                    "list",
                    DOWNTIME_LIST,
                    ListSearch.NONE,
                    time("start", "attributes.schedule.current_downtime.start|attributes.schedule.start", CellKind.ISO),
                    time("end", "attributes.schedule.current_downtime.end|attributes.schedule.end", CellKind.ISO),
                    text("status", "attributes.status"),
                    text("scope", "attributes.scope").linked("/monitors/downtimes"),
                    text("message", "attributes.message"),
                    text("monitor", ">monitor.attributes.name"),
                    text("monitor_id", "attributes.monitor_identifier.monitor_id")
                            .linked("/monitors/${__value.raw}"),
                    list("monitor_tags", "attributes.monitor_identifier.monitor_tags"),
                    text("created_by", ">created_by.attributes.name|>created_by.attributes.handle"),
                    time("created", "attributes.created", CellKind.ISO),
                    time("canceled", "attributes.canceled", CellKind.ISO),
                    text("timezone", "attributes.display_timezone"),
                    text("id", "id")),
            ListMode.table(
                            "annotations",
                            DOWNTIME_LIST,
                            ListSearch.NONE,
                            time(
                                    "time",
                                    "attributes.schedule.current_downtime.start|attributes.schedule.start",
                                    CellKind.ISO),
                            time(
                                    "timeEnd",
                                    "attributes.canceled|attributes.schedule.current_downtime.end"
                                            + "|attributes.schedule.end",
                                    CellKind.ISO),
                            text("title", "attributes.scope"),
                            text("text", "attributes.message"),
                            list("tags", "attributes.monitor_identifier.monitor_tags"),
                            text("id", "id"))
                    .as("annotations", AnnotationFrames::make)
                    .reading(1_000));

    private static final String INCIDENT = "data.attributes.";

    private static final ListSource INCIDENT_LIST = ListSource.get(
                    "/api/v2/incidents/search",
                    "data.attributes.incidents",
                    Paging.offset("page[size]", 25, "page[offset]", "data.attributes.total"))
            .with("sort", "-created")
            .with((query, parameters) -> parameters.put(
                    "query", query.text().isEmpty() ? "state:(active OR stable OR resolved)" : query.text()));

    private static final ListSearch INCIDENT_SEARCH = ListSearch.terms("");

    private static final ListProduct INCIDENTS = ListProduct.of(
            "incidents",
            ListMode.table(
                    "list",
                    INCIDENT_LIST,
                    INCIDENT_SEARCH,
                    text("public_id", INCIDENT + "public_id").linked("/incidents/${__value.raw}"),
                    text("title", INCIDENT + "title").linked("/incidents/${__data.fields.public_id}"),
                    text("severity", INCIDENT + "severity|" + INCIDENT + "fields.severity.value"),
                    text("state", INCIDENT + "state|" + INCIDENT + "fields.state.value"),
                    time("created", INCIDENT + "created", CellKind.ISO),
                    time("detected", INCIDENT + "detected", CellKind.ISO),
                    time("resolved", INCIDENT + "resolved", CellKind.ISO),
                    flag("customer_impacted", INCIDENT + "customer_impacted"),
                    text("customer_impact", INCIDENT + "customer_impact_scope"),
                    number("customer_impact_duration", INCIDENT + "customer_impact_duration", "s"),
                    number("time_to_resolve", INCIDENT + "time_to_resolve", "s"),
                    list("services", INCIDENT + "fields.services.value"),
                    list("teams", INCIDENT + "fields.teams.value"),
                    text(
                            "commander",
                            INCIDENT + "commander.data.attributes.name|" + INCIDENT
                                    + "commander.data.attributes.handle"),
                    text("summary", INCIDENT + "fields.summary.value"),
                    text("id", "data.id")),
            ListMode.table(
                            "annotations",
                            INCIDENT_LIST,
                            INCIDENT_SEARCH,
                            time(
                                    "time",
                                    INCIDENT + "customer_impact_start|" + INCIDENT + "detected|" + INCIDENT + "created",
                                    CellKind.ISO),
                            time("timeEnd", INCIDENT + "resolved|" + INCIDENT + "customer_impact_end", CellKind.ISO),
                            text("title", INCIDENT + "title"),
                            text("text", INCIDENT + "fields.summary.value|" + INCIDENT + "customer_impact_scope"),
                            list("tags", INCIDENT + "fields.services.value"),
                            text("severity", INCIDENT + "severity"),
                            text("id", "data.id"))
                    .as("annotations", AnnotationFrames::make));

    static final List<ListProduct> PRODUCTS = List.of(MONITORS, SLOS, DOWNTIMES, INCIDENTS);

    private ReliabilityLists() {}

    private static ListSource monitorSearch(String path, String rows) {
        return ListSource.get(path, rows, Paging.number("per_page", 100, "page", "metadata.total_count"))
                .searchedBy("query")
                .with((query, parameters) -> query.option("sort").ifPresent(sort -> parameters.put("sort", sort)));
    }

    /** @param before how much of the time before the window is needed, too */
    private static ListSource sloHistory(Function<ListQuery, Duration> before) {
        return ListSource.get("/api/v1/slo/{id}/history", "", Paging.NONE).with((query, parameters) -> {
            SloFrames.check(query);
            var from = Math.max(0, query.fromSeconds() - before.apply(query).toSeconds());
            parameters.put("from_ts", Long.toString(from));
            parameters.put("to_ts", Long.toString(query.toSeconds()));
            query.option("target").ifPresent(target -> parameters.put("target", target));
        });
    }
}
