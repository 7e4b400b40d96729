// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.api.Call;
import io.dromedary.sandbox.api.Endpoint;
import io.dromedary.sandbox.api.Json;
import io.dromedary.sandbox.api.Parameters;
import io.dromedary.sandbox.api.RefusedCallException;
import io.dromedary.sandbox.api.Tree;
import io.dromedary.sandbox.monitor.Downtimes;
import io.dromedary.sandbox.monitor.GroupState;
import io.dromedary.sandbox.monitor.Monitors;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds monitors and their groups, and counts them. */
final class MonitorSearchEndpoints {

    private final Monitors monitors;
    private final Downtimes downtimes;

    MonitorSearchEndpoints(Monitors monitors, Downtimes downtimes) {
        this.monitors = monitors;
        this.downtimes = downtimes;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.get("/api/v1/monitor/search", "monitors_search", this::monitors),
                Endpoint.get("/api/v1/monitor/groups/search", "monitors_search", this::groups));
    }

    private record Group(MonitorView view, GroupState state) {}

    private Json.Text monitors(Call call) {
        var search = search(call);
        var found = views(call)
                .filter(view -> search.test(view.listed()))
                .sorted(order(
                        call.parameters(),
                        view -> view.monitor().name(),
                        view -> view.overall().wireName(),
                        view -> view.monitor().tags()))
                .toList();
        var page = page(found, call);
        var counts = Tree.object(
                "status", Facets.count(found, view -> Stream.of(view.overall().wireName())),
                "muted", Facets.count(found, view -> Stream.of(view.isMuted())),
                "tag", Facets.count(found, view -> view.monitor().tags().stream()),
                "type", Facets.count(found, view -> Stream.of(view.monitor().classification())));
        return reply(
                counts,
                "monitors",
                page.items().stream().map(MonitorJson::found).toList(),
                page);
    }

    private Json.Text groups(Call call) {
        var search = search(call);
        var found = views(call)
                .flatMap(view -> view.groups().stream().map(state -> new Group(view, state)))
                .filter(group -> search.test(group.view().listed(group.state())))
                .sorted(order(
                        call.parameters(),
                        group -> group.view().monitor().name() + group.state().name(),
                        group -> group.state().state().wireName(),
                        group -> group.state().tags()))
                .toList();
        var page = page(found, call);
        var counts = Tree.object(
                "status",
                        Facets.count(
                                found, group -> Stream.of(group.state().state().wireName())),
                "muted", Facets.count(found, group -> Stream.of(group.view().isMuted())),
                "tag",
                        Facets.count(
                                found,
                                group -> Stream.concat(
                                        group.view().monitor().tags().stream(), group.state().tags().stream())),
                "type",
                        Facets.count(
                                found, group -> Stream.of(group.view().monitor().classification())));
        var items = page.items().stream()
                .map(group -> MonitorJson.found(group.view(), group.state()))
                .toList();
        return reply(counts, "groups", items, page);
    }

    private Stream<MonitorView> views(Call call) {
        return monitors.all().stream().map(monitor -> MonitorView.of(monitor, monitors, downtimes, call.nowMs()));
    }

    private static java.util.function.Predicate<Listed> search(Call call) {
        return ListSearch.of(call.parameters().text("query").orElse(""), MonitorEndpoints::checkStatus);
    }

    private static <T> Page<T> page(List<T> found, Call call) {
        return Page.byNumber(found, call.parameters(), "page", "per_page", 0, 30, 1000);
    }

    /** By {@code name}, {@code status} or {@code tags}, with {@code ,desc} the other way round; else as they are. */
    private static <T> Comparator<T> order(
            Parameters parameters,
            Function<T, String> name,
            Function<T, String> status,
            Function<T, List<String>> tags) {
        String sort = parameters.text("sort").orElse("");
        boolean down = sort.endsWith(",desc");
        Comparator<T> order = switch (sort.replaceFirst(",(asc|desc)$", "")) {
            case "" -> (unusedOne, unusedOther) -> 0;
            case "name" -> Comparator.comparing(name);
            case "status" -> Comparator.comparing(status);
            case "tags" -> Comparator.comparing(item -> String.join(",", tags.apply(item)));
            default -> throw RefusedCallException.badRequest("Invalid sort: " + sort);
        };
        return down ? order.reversed() : order;
    }

    private static Json.Text reply(Map<String, Object> counts, String name, List<?> items, Page<?> page) {
        return Tree.text(Tree.object(
                "counts",
                counts,
                name,
                items,
                "metadata",
                Tree.object(
                        "total_count", page.total(),
                        "page_count", page.pages(),
                        "page", page.number(),
                        "per_page", page.size())));
    }
}
