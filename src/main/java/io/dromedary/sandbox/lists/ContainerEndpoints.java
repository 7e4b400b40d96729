// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.api.Call;
import io.dromedary.sandbox.api.CursorPage;
import io.dromedary.sandbox.api.Endpoint;
import io.dromedary.sandbox.api.Json;
import io.dromedary.sandbox.api.Tree;
import io.dromedary.sandbox.inventory.Container;
import io.dromedary.sandbox.inventory.Inventory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Containers, groups of them, and the images they are made of. */
final class ContainerEndpoints {

    private final Inventory inventory;

    ContainerEndpoints(Inventory inventory) {
        this.inventory = inventory;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.get("/api/v2/containers", "containers", this::containers),
                Endpoint.get("/api/v2/container_images", "container_images", this::images));
    }

    private Json.Text containers(Call call) {
        var keys = call.parameters().words("group_by");
        var found = found(call);
        return keys.isEmpty()
                ? reply(call, found, Container::id, ContainerEndpoints::json)
                : reply(call, groups(found, keys), group -> String.valueOf(group.get("id")), group -> group);
    }

    private List<Container> found(Call call) {
        var wanted = call.parameters().words("filter[tags]");
        return inventory.containers(call.nowMs()).stream()
                .filter(container -> tags(container).containsAll(wanted))
                .toList();
    }

    private static <T> Json.Text reply(
            Call call, List<T> all, Function<T, String> id, Function<T, Map<String, Object>> json) {
        var parameters = call.parameters();
        long size = parameters.number("page[size]", 1000, 1, 10_000);
        var page = CursorPage.of(all, id, parameters.text("page[cursor]").orElse(""), size);
        return Tree.text(Tree.object("data", page.items().stream().map(json).toList(), "meta", page.meta()));
    }

    private static List<String> tags(Container container) {
        var tags = new ArrayList<String>();
        container.tags().forEach((key, value) -> tags.add(key + ":" + value));
        tags.add("short_image:" + shortImage(container));
        tags.add("image_tag:" + container.version());
        return tags;
    }

    private static String shortImage(Container container) {
        return container.image().substring(container.image().lastIndexOf('/') + 1);
    }

    private static Map<String, Object> json(Container container) {
        return Tree.object(
                "type",
                "container",
                "id",
                container.id(),
                "attributes",
                Tree.object(
                        "name", container.name(),
                        "created_at", Times.local(container.startedMs()),
                        "started_at", Times.local(container.startedMs()),
                        "state", "running",
                        "container_id", container.id(),
                        "host", container.host(),
                        "image_name", container.image(),
                        "image_tags", List.of(container.version()),
                        "image_digest", null,
                        "tags", tags(container)));
    }

    private static List<Map<String, Object>> groups(List<Container> containers, List<String> keys) {
        var groups = containers.stream()
                .collect(Collectors.groupingBy(
                        container -> tagValues(container, keys),
                        () -> new TreeMap<>(java.util.Comparator.comparing(Object::toString)),
                        Collectors.counting()));
        var all = new ArrayList<Map<String, Object>>();
        groups.forEach((tags, count) -> all.add(Tree.object(
                "type",
                "container_group",
                "id",
                tags.toString(),
                "attributes",
                Tree.object("count", count, "tags", tags),
                "relationships",
                Tree.object("containers", Tree.object("data", List.of())))));
        return all;
    }

    private static Map<String, String> tagValues(Container container, List<String> keys) {
        var values = new TreeMap<String, String>();
        for (String key : keys) {
            values.put(
                    key,
                    tags(container).stream()
                            .filter(tag -> tag.startsWith(key + ":"))
                            .map(tag -> tag.substring(key.length() + 1))
                            .findFirst()
                            .orElse("N/A"));
        }
        return values;
    }

    private Json.Text images(Call call) {
        var images = new TreeMap<String, List<Container>>();
        found(call)
                .forEach(container -> images.computeIfAbsent(
                                container.image() + "@" + container.version(), name -> new ArrayList<>())
                        .add(container));
        var all = images.entrySet().stream()
                .map(image -> image(image.getKey(), image.getValue()))
                .toList();
        return reply(call, all, image -> String.valueOf(image.get("id")), image -> image);
    }

    private static Map<String, Object> image(String id, List<Container> containers) {
        var first = containers.get(0);
        int slash = first.image().indexOf('/');
        return Tree.object(
                "type",
                "container_image",
                "id",
                id,
                "attributes",
                Tree.object(
                        "name", first.image(),
                        "short_image", shortImage(first),
                        "image_tags", List.of(first.version()),
                        "registry", slash < 0 ? "" : first.image().substring(0, slash),
                        "repository", first.image().substring(slash + 1),
                        "repo_digest", "",
                        "sizes",
                                List.of(180_000_000
                                        + 1_000_000L * shortImage(first).length()),
                        "published_at", Times.zulu(first.startedMs()),
                        "tags", List.of("short_image:" + shortImage(first), "image_tag:" + first.version()),
                        "container_count", containers.size(),
                        "os_names", List.of("linux"),
                        "os_versions", List.of("12"),
                        "os_architectures", List.of("amd64"),
                        "images_built_at", List.of(Times.zulu(first.startedMs())),
                        "sources", List.of("docker"),
                        "image_flavors", List.of()));
    }
}
