// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import static io.dromedary.query.lists.ListColumn.flag;
import static io.dromedary.query.lists.ListColumn.number;
import static io.dromedary.query.lists.ListColumn.text;
import static io.dromedary.query.lists.ListColumn.time;

import io.dromedary.query.CellKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What people keep in Datadog, and what it costs: notebooks, dashboards, usage. */
final class AccountLists {

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH").withZone(ZoneOffset.UTC);

    private static final ListProduct NOTEBOOKS = ListProduct.of(
            "notebooks",
            ListMode.table(
                    "list",
                    ListSource.get("/api/v1/notebooks", "data", Paging.offset("count", 100, "start", ""))
                            .searchedBy("query")
                            .with("include_cells", "false"),
                    ListSearch.WORDS,
                    text("name", "attributes.name").linked("/notebook/${__data.fields.id}"),
                    text("author", "attributes.author.name|attributes.author.handle"),
                    text("status", "attributes.status"),
                    text("type", "attributes.metadata.type"),
                    time("created", "attributes.created", CellKind.ISO),
                    time("modified", "attributes.modified", CellKind.ISO),
                    text("id", "id").linked("/notebook/${__value.raw}")));

    private static final ListProduct DASHBOARDS = ListProduct.of(
            "dashboards",
            ListMode.table(
                    "list",
                    ListSource.get("/api/v1/dashboard", "dashboards", Paging.offset("count", 100, "start", "")),
                    ListSearch.NONE,
                    text("title", "title").linked("/dashboard/${__data.fields.id}"),
                    text("description", "description"),
                    text("layout", "layout_type"),
                    text("author", "author_handle"),
                    flag("read_only", "is_read_only"),
                    time("created", "created_at", CellKind.ISO),
                    time("modified", "modified_at", CellKind.ISO),
                    text("id", "id").linked("/dashboard/${__value.raw}")));

    private static final ListMode HOURLY = ListMode.table(
            "hourly",
            ListSource.get(
                            "/api/v2/usage/hourly_usage",
                            "data",
                            Paging.cursor("page[limit]", 500, "page[next_record_id]", "meta.pagination.next_record_id"))
                    .exploding("attributes.measurements")
                    .with((query, parameters) -> {
                        var range = query.window().range();
                        parameters.put("filter[timestamp][start]", HOUR.format(range.from()));
                        parameters.put("filter[timestamp][end]", HOUR.format(nextHour(range.to())));
                        parameters.put(
                                "filter[product_families]",
                                query.option("family").orElse("all"));
                    }),
            ListSearch.NONE,
            time("time", "attributes.timestamp", CellKind.ISO),
            text("family", "attributes.product_family"),
            text("usage_type", "*.usage_type"),
            number("value", "*.value", ""),
            text("org", "attributes.org_name"),
            text("region", "attributes.region"));

    private static final ListProduct USAGE = ListProduct.of(
            "usage", HOURLY, HOURLY.as("series", SeriesFrames::make).reading(10_000));

    static final List<ListProduct> PRODUCTS = List.of(NOTEBOOKS, DASHBOARDS, USAGE);

    private AccountLists() {}

    /** The end is exclusive, and the current hour is part of the window. */
    private static Instant nextHour(Instant instant) {
        return instant.plusSeconds(3_599);
    }
}
