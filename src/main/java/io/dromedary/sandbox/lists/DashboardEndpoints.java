// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.api.Call;
import io.dromedary.sandbox.api.Endpoint;
import io.dromedary.sandbox.api.Json;
import io.dromedary.sandbox.api.RefusedCallException;
import io.dromedary.sandbox.api.Tree;
import java.util.List;
import java.util.Map;

/** Dashboards that the teams have made. */
final class DashboardEndpoints {

    /** 2023-09-01, one a week. */
    private static final long CREATED_MS = 1_693_526_400_000L;

    private static final long WEEK_MS = 604_800_000L;

    /** @param queries of its widgets, in the metric query language */
    private record Dashboard(
            int number, String id, String title, String description, String team, List<String> queries) {}

    private static final List<Dashboard> ALL = List.of(
            new Dashboard(
                    1,
                    "abc-shp-001",
                    "Shop overview",
                    "Orders, visits and errors",
                    "storefront",
                    List.of(
                            "sum:shop.orders{env:prod} by {region}.as_count()",
                            "sum:trace.http.request.errors{env:prod} by {service}.as_count()")),
            new Dashboard(
                    2,
                    "abc-chk-002",
                    "Checkout",
                    "From the cart to the confirmation",
                    "payments",
                    List.of(
                            "p95:trace.http.request{env:prod,service:checkout}",
                            "sum:shop.revenue{env:prod}.as_count()")),
            new Dashboard(
                    3,
                    "abc-sea-003",
                    "Search",
                    "How fast and how good",
                    "discovery",
                    List.of(
                            "p95:trace.http.request{env:prod,service:search}",
                            "sum:shop.searches.empty{env:prod}.as_count()")),
            new Dashboard(
                    4,
                    "abc-hst-004",
                    "Hosts",
                    "CPU, memory and disks",
                    "platform",
                    List.of("avg:system.cpu.user{env:prod} by {host}", "avg:system.disk.in_use{env:prod} by {host}")),
            new Dashboard(
                    5,
                    "abc-sto-005",
                    "Stores",
                    "PostgreSQL, Redis and Kafka",
                    "platform",
                    List.of(
                            "avg:postgresql.connections{env:prod} by {db}",
                            "avg:kafka.consumer_lag{env:prod} by {consumer_group}")));

    List<Endpoint> all() {
        return List.of(
                Endpoint.get("/api/v1/dashboard", "get_custom_dashboards", DashboardEndpoints::list),
                Endpoint.get("/api/v1/dashboard/*", "get_custom_dashboards", DashboardEndpoints::get));
    }

    private static Json.Text list(Call call) {
        boolean none = call.parameters().flag("filter[shared]", false)
                || call.parameters().flag("filter[deleted]", false);
        var found = none ? List.<Dashboard>of() : ALL;
        var page = Page.byOffset(found, call.parameters(), "start", "count", 100, 1000);
        return Tree.text(Tree.object(
                "dashboards",
                page.items().stream().map(DashboardEndpoints::summary).toList()));
    }

    private static Map<String, Object> summary(Dashboard dashboard) {
        long created = CREATED_MS + dashboard.number() * WEEK_MS;
        return Tree.object(
                "id", dashboard.id(),
                "title", dashboard.title(),
                "description", dashboard.description(),
                "layout_type", "ordered",
                "url",
                        "/dashboard/" + dashboard.id() + "/"
                                + dashboard
                                        .title()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace(' ', '-'),
                "is_read_only", false,
                "created_at", Times.offset(created),
                "modified_at", Times.offset(created + WEEK_MS),
                "author_handle",
                        People.oneOf(dashboard.team(), dashboard.number()).handle(),
                "deleted_at", null);
    }

    private static Json.Text get(Call call) {
        var dashboard = ALL.stream()
                .filter(one -> one.id().equals(call.name()))
                .findFirst()
                .orElseThrow(() -> RefusedCallException.notFound("Dashboard with ID " + call.name() + " not found"));
        var json = summary(dashboard);
        json.remove("deleted_at");
        json.put(
                "author_name",
                People.oneOf(dashboard.team(), dashboard.number()).name());
        json.put("template_variables", List.of(Tree.object("name", "env", "prefix", "env", "default", "prod")));
        json.put(
                "widgets",
                dashboard.queries().stream().map(DashboardEndpoints::widget).toList());
        json.put("notify_list", null);
        json.put("restricted_roles", List.of());
        return Tree.text(json);
    }

    private static Map<String, Object> widget(String query) {
        var definition = Tree.object(
                "title",
                query,
                "type",
                "timeseries",
                "requests",
                List.of(Tree.object("q", query, "display_type", "line")));
        return Tree.object("id", (long) query.hashCode() & 0xFFFFFFFFL, "definition", definition);
    }
}
