// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import static io.dromedary.query.lists.ListColumn.flag;
import static io.dromedary.query.lists.ListColumn.list;
import static io.dromedary.query.lists.ListColumn.number;
import static io.dromedary.query.lists.ListColumn.text;
import static io.dromedary.query.lists.ListColumn.time;

import io.dromedary.metricql.change.Filter;
import io.dromedary.query.CellKind;
import java.util.List;
import java.util.Map;

/** What users meet: synthetic tests, which play users, and errors. */
final class ExperienceLists {

    private static final String TEST = "/synthetics/details/${__data.fields.public_id}";

    private static final ListProduct SYNTHETICS = ListProduct.of(
            "synthetics",
            ListMode.table(
                    "tests",
                    ListSource.get(
                            "/api/v1/synthetics/tests", "tests", Paging.number("page_size", 100, "page_number", "")),
                    ListSearch.NONE,
                    text("name", "name").linked(TEST),
                    text("status", "status"),
                    text("type", "type"),
                    text("subtype", "subtype"),
                    text("url", "config.request.url|config.request.host"),
                    list("locations", "locations"),
                    list("tags", "tags"),
                    number("every", "options.tick_every", "s"),
                    text("creator", "creator.name|creator.handle"),
                    time("created", "created_at", CellKind.ISO),
                    time("modified", "modified_at", CellKind.ISO),
                    text("monitor_id", "monitor_id").linked("/monitors/${__value.raw}"),
                    text("public_id", "public_id").linked(TEST)),
            results("results", "/api/v1/synthetics/tests/{id}/results", "?resultId=")
                    .withIds("public_id", new Filter("type", Filter.Operator.EQUALS, List.of("api"))),
            results("browser-results", "/api/v1/synthetics/tests/browser/{id}/results", "/result/")
                    .withIds("public_id", new Filter("type", Filter.Operator.EQUALS, List.of("browser"))),
            ListMode.table(
                            "uptime",
                            ListSource.post(
                                    "/api/v1/synthetics/tests/uptimes",
                                    "",
                                    (query, id) -> Map.of(
                                            "from_ts", query.fromSeconds(),
                                            "to_ts", query.toSeconds(),
                                            "public_ids", query.ids())),
                            ListSearch.NONE,
                            text("public_id", "public_id").linked(TEST),
                            text("name", "overall.name"),
                            number("uptime", "overall.uptime", "percent"))
                    .as("uptime", TableFrames::numeric)
                    .withIds("public_id"));

    private static final ListProduct ERRORS = ListProduct.of(
            "error-tracking",
            ListMode.table(
                    "issues",
                    ListSource.post("/api/v2/error-tracking/issues/search", "data", (query, id) -> issueSearch(query))
                            .with("include", "issue"),
                    ListSearch.terms(""),
                    text("error_type", ">issue.attributes.error_type")
                            .linked("/error-tracking/issue/${__data.fields.id}"),
                    text("error_message", ">issue.attributes.error_message"),
                    text("service", ">issue.attributes.service"),
                    text("state", ">issue.attributes.state"),
                    number("count", "attributes.total_count", ""),
                    number("impacted_users", "attributes.impacted_users", ""),
                    number("impacted_sessions", "attributes.impacted_sessions", ""),
                    time("first_seen", ">issue.attributes.first_seen", CellKind.MILLIS),
                    time("last_seen", ">issue.attributes.last_seen", CellKind.MILLIS),
                    text("platform", ">issue.attributes.platform"),
                    list("languages", ">issue.attributes.languages"),
                    text("file", ">issue.attributes.file_path"),
                    text("function", ">issue.attributes.function_name"),
                    text("id", "id").linked("/error-tracking/issue/${__value.raw}")));

    static final List<ListProduct> PRODUCTS = List.of(SYNTHETICS, ERRORS);

    private ExperienceLists() {}

    private static Map<String, Object> issueSearch(ListQuery query) {
        var range = query.window().range();
        var attributes = Map.of(
                "query", query.text().isEmpty() ? "*" : query.text(),
                "from", range.from().toEpochMilli(),
                "to", range.to().toEpochMilli(),
                "track", query.option("track").orElse("trace"));
        return Map.of("data", Map.of("type", "search_request", "attributes", attributes));
    }

    /** @param page how the result's page is called, behind the test's */
    private static ListMode results(String name, String path, String page) {
        return ListMode.table(
                name,
                ListSource.get(path, "results", Paging.NONE).with((query, parameters) -> {
                    parameters.put(
                            "from_ts",
                            Long.toString(query.window().range().from().toEpochMilli()));
                    parameters.put(
                            "to_ts", Long.toString(query.window().range().to().toEpochMilli()));
                }),
                ListSearch.NONE,
                time("time", "check_time", CellKind.MILLIS),
                text("test", RowReader.ID),
                flag("passed", "result.passed"),
                number("duration", "result.timings.total|result.duration", "ms"),
                text("location", "probe_dc"),
                text("device", "result.device.id"),
                text("failure", "result.failure.message|result.errorCode"),
                number("status", "status", ""),
                text("result_id", "result_id")
                        .linked("/synthetics/details/${__data.fields.test}" + page + "${__value.raw}"));
    }
}
