// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.api.Call;
import io.dromedary.sandbox.api.Endpoint;
import io.dromedary.sandbox.api.Json;
import io.dromedary.sandbox.api.RefusedCallException;
import io.dromedary.sandbox.api.Tree;
import io.dromedary.sandbox.world.Region;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Network devices: a router and two switches in each region. */
final class DeviceEndpoints {

    private static final int INTERFACES = 4;

    /** @param region whose hosts it connects */
    private record Device(String name, String type, String address, Region region, String model) {

        String id() {
            return "default:" + address;
        }

        List<String> tags() {
            return List.of(
                    "device_namespace:default",
                    "device_id:" + id(),
                    "device_ip:" + address,
                    "device_type:" + type,
                    "region:" + region.id());
        }
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.get("/api/v2/ndm/devices", "ndm", DeviceEndpoints::list),
                Endpoint.get("/api/v2/ndm/devices/*", "ndm", DeviceEndpoints::get),
                Endpoint.get("/api/v2/ndm/interfaces", "ndm", DeviceEndpoints::interfaces));
    }

    private static List<Device> devices() {
        return Arrays.stream(Region.values())
                .flatMap(region -> {
                    String net = "10." + (region.ordinal() + 1) + ".0.";
                    return Stream.of(
                            new Device("router-" + region.brief(), "router", net + "1", region, "XR-900"),
                            new Device("switch-" + region.brief() + "-1", "switch", net + "2", region, "XS-48"),
                            new Device("switch-" + region.brief() + "-2", "switch", net + "3", region, "XS-48"));
                })
                .toList();
    }

    private static Json.Text list(Call call) {
        var parameters = call.parameters();
        String sort = parameters.text("sort").orElse("name");
        Comparator<Device> order = switch (sort.replaceFirst("^-", "")) {
            case "name" -> Comparator.comparing(Device::name);
            case "status", "device_type" -> Comparator.comparing(Device::type);
            default -> throw RefusedCallException.jsonApi(400, "Bad Request", "invalid sort: " + sort);
        };
        var wanted = parameters.words("filter[tag]");
        var found = devices().stream()
                .filter(device -> device.tags().containsAll(wanted))
                .sorted(sort.startsWith("-") ? order.reversed() : order)
                .toList();
        var page = Page.byNumber(found, parameters, "page[number]", "page[size]", 0, 50, 500);
        return Tree.text(Tree.object(
                "data",
                page.items().stream().map(DeviceEndpoints::json).toList(),
                "meta",
                Tree.object("page", Tree.object("total_filtered_count", page.total()))));
    }

    private static Device find(String id) {
        return devices().stream()
                .filter(device -> device.id().equals(id))
                .findFirst()
                .orElseThrow(() -> RefusedCallException.jsonApi(404, "Not Found", "device not found"));
    }

    private static Json.Text get(Call call) {
        return Tree.text(Tree.object("data", json(find(call.name()))));
    }

    private static Map<String, Object> json(Device device) {
        var attributes = Tree.object(
                "description", "Connects " + device.region().id(),
                "device_type", device.type(),
                "interface_statuses", Tree.object("up", INTERFACES - 1, "warning", 0, "down", 1),
                "ip_address", device.address(),
                "location", device.region().id(),
                "model", device.model(),
                "name", device.name(),
                "os_name", "ExampleOS",
                "os_version", "15.2",
                "ping_status", "reachable",
                "product_name", device.model(),
                "serial_number", "S" + device.address().replace(".", ""),
                "status", "ok",
                "sys_object_id", "1.3.6.1.4.1.99999",
                "tags", device.tags());
        return Tree.object("id", device.id(), "type", "device", "attributes", attributes);
    }

    private static Json.Text interfaces(Call call) {
        var device = find(call.parameters().required("device_id"));
        var data = IntStream.rangeClosed(1, INTERFACES)
                .mapToObj(number -> Tree.object(
                        "id",
                        device.id() + ":" + number,
                        "type",
                        "interface",
                        "attributes",
                        Tree.object(
                                "index",
                                number,
                                "name",
                                "eth" + number,
                                "alias",
                                "port " + number,
                                "status",
                                number < INTERFACES ? "up" : "down")))
                .toList();
        return Tree.text(Tree.object("data", data));
    }
}
