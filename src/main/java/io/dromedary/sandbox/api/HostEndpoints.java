// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import io.dromedary.sandbox.catalog.Catalog;
import io.dromedary.sandbox.world.Host;
import io.dromedary.sandbox.world.World;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The shop's hosts and their tags. */
final class HostEndpoints {

    private static final long MOST = 1000;
    private static final long USUAL_SECONDS = TimeUnit.HOURS.toSeconds(3);

    private final World world;
    private final Catalog catalog;

    HostEndpoints(World world, Catalog catalog) {
        this.world = world;
        this.catalog = catalog;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.get("/api/v1/hosts", "hosts", this::list),
                Endpoint.get("/api/v1/hosts/totals", "hosts", this::totals),
                Endpoint.get("/api/v1/tags/hosts", "tags", this::tags),
                Endpoint.get("/api/v1/tags/hosts/*", "tags", this::tagsOf));
    }

    private Json.Text list(Call call) {
        var parameters = call.parameters();
        long start = parameters.number("start", 0, 0, Integer.MAX_VALUE);
        long count = parameters.number("count", 100, 0, MOST);
        boolean metadata = parameters.flag("include_hosts_metadata", false);
        var found = active(call)
                .filter(host -> isFound(host, parameters.text("filter").orElse("")))
                .sorted(order(parameters))
                .toList();
        var page = found.stream().skip(start).limit(count).toList();
        return out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("host_list");
            for (var host : page) {
                host.write(out, metadata);
            }
            out.writeEndArray();
            out.writeNumberField("total_matching", found.size());
            out.writeNumberField("total_returned", page.size());
            out.writeBooleanField("exact_total_matching", true);
            out.writeEndObject();
        };
    }

    private Json.Text totals(Call call) {
        var active = active(call).toList();
        return out -> {
            out.writeStartObject();
            out.writeNumberField("total_active", active.size());
            out.writeNumberField(
                    "total_up", active.stream().filter(HostState::up).count());
            out.writeEndObject();
        };
    }

    private Stream<HostState> active(Call call) {
        long now = call.nowMs() / 1000;
        long from = call.parameters().number("from", now - USUAL_SECONDS, 0, Long.MAX_VALUE / 1000);
        return world.shop().hosts().stream()
                .map(host -> HostState.of(host, catalog, call.nowMs()))
                .filter(host -> host.lastReportedSeconds() >= from);
    }

    private static boolean isFound(HostState host, String filter) {
        var tags = host.host().tags();
        return Arrays.stream(filter.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .allMatch(word -> host.host().name().contains(word)
                        || tags.entrySet().stream()
                                .anyMatch(tag -> (tag.getKey() + ":" + tag.getValue()).equals(word)));
    }

    private static Comparator<HostState> order(Parameters parameters) {
        String field = parameters.text("sort_field").orElse("name");
        Comparator<HostState> order = switch (field) {
            case "name", "apps" -> Comparator.comparing(host -> host.host().name());
            case "status" -> Comparator.comparing(HostState::up);
            case "cpu" -> Comparator.comparingDouble(HostState::cpu);
            case "iowait" -> Comparator.comparingDouble(HostState::iowait);
            case "load" -> Comparator.comparingDouble(HostState::load);
            default ->
                throw RefusedCallException.badRequest("The value provided for parameter 'sort_field' is invalid");
        };
        return parameters.text("sort_dir").orElse("asc").equals("desc") ? order.reversed() : order;
    }

    private Json.Text tags(Call call) {
        SortedMap<String, TreeSet<String>> hosts = new TreeMap<>();
        for (var host : world.shop().hosts()) {
            HostState.tagsFrom(host, call.parameters().text("source").orElse(""))
                    .forEach(tag ->
                            hosts.computeIfAbsent(tag, key -> new TreeSet<>()).add(host.name()));
        }
        return out -> {
            out.writeStartObject();
            out.writeObjectFieldStart("tags");
            for (var tag : hosts.entrySet()) {
                Json.texts(out, tag.getKey(), tag.getValue());
            }
            out.writeEndObject();
            out.writeEndObject();
        };
    }

    private Json.Text tagsOf(Call call) {
        Host host = world.shop().hosts().stream()
                .filter(one -> one.name().equals(call.name()))
                .findFirst()
                .orElseThrow(() -> RefusedCallException.notFound("No host matches that host_id"));
        var tags = HostState.tagsFrom(host, call.parameters().text("source").orElse(""));
        return out -> {
            out.writeStartObject();
            out.writeStringField("host", host.name());
            Json.texts(out, "tags", tags);
            out.writeEndObject();
        };
    }
}
