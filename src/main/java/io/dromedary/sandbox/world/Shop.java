// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the shop is made of: eight services, who calls whom, and twenty-four hosts in three regions. */
public final class Shop {

    public static final String PRODUCTION = "prod";
    public static final String STAGING = "staging";

    private static final List<Service> SERVICES = List.of(
            new Service(
                    "web",
                    "storefront",
                    List.of("cart", "search", "checkout"),
                    List.of(
                            "GET /",
                            "GET /product/:id",
                            "GET /search",
                            "POST /cart",
                            "POST /checkout",
                            "GET /order/:id")),
            new Service("cart", "storefront", List.of("redis"), List.of("GET /cart", "POST /cart/items")),
            new Service("search", "discovery", List.of("redis"), List.of("GET /search", "GET /suggest")),
            new Service(
                    "checkout",
                    "payments",
                    List.of("payment", "postgres", "kafka"),
                    List.of("POST /checkout", "GET /order/:id")),
            new Service("payment", "payments", List.of("postgres"), List.of("POST /charge", "POST /refund")),
            new Service("postgres", "platform", List.of(), List.of()),
            new Service("redis", "platform", List.of(), List.of()),
            new Service("kafka", "platform", List.of(), List.of()));

    private final List<Host> hosts;
    private final Map<String, Map<String, Double>> suffering;

    public Shop() {
        this.hosts = List.copyOf(buildHosts());
        this.suffering = buildSuffering();
    }

    public List<Service> services() {
        return SERVICES;
    }

    public List<Service> applications() {
        return SERVICES.stream().filter(Service::isApplication).toList();
    }

    public Optional<Service> service(String name) {
        return SERVICES.stream().filter(service -> service.name().equals(name)).findFirst();
    }

    public List<Host> hosts() {
        return hosts;
    }

    /**
     * How much a service suffers when another one is in trouble: 1 when it is the same, half of it for a caller, a
     * quarter for a caller's caller, 0 for everybody else.
     */
    public double suffering(String service, String troubled) {
        return suffering.getOrDefault(service, Map.of()).getOrDefault(troubled, 0.0);
    }

    private static List<Host> buildHosts() {
        var hosts = new ArrayList<Host>();
        for (var region : Region.values()) {
            for (var service : SERVICES) {
                if (region != Region.AP_SOUTHEAST || service.isApplication()) {
                    hosts.add(host(service, region, PRODUCTION, 1, false));
                }
            }
        }
        hosts.add(host(SERVICES.get(0), Region.US_EAST, PRODUCTION, 2, true));
        hosts.add(host(SERVICES.get(0), Region.EU_WEST, STAGING, 1, false));
        hosts.add(host(SERVICES.get(3), Region.EU_WEST, STAGING, 1, false));
        return hosts;
    }

    private static Host host(Service service, Region region, String env, int number, boolean daytime) {
        String stage = env.equals(PRODUCTION) ? "" : "stg-";
        String zone = region.id() + (char) ('a' + (service.name().length() + number) % 2);
        int cores = service.name().equals("postgres") ? 8 : 4;
        return new Host(
                service.name() + "-" + stage + region.brief() + "-" + number,
                service,
                env,
                region,
                zone,
                cores,
                daytime);
    }

    private static Map<String, Map<String, Double>> buildSuffering() {
        var all = new HashMap<String, Map<String, Double>>();
        for (var troubled : SERVICES) {
            spread(troubled.name(), troubled.name(), 1, all);
        }
        return all;
    }

    private static void spread(String troubled, String service, double share, Map<String, Map<String, Double>> all) {
        all.computeIfAbsent(service, name -> new HashMap<>()).merge(troubled, share, Math::max);
        for (var caller : SERVICES) {
            if (caller.calls().contains(service)) {
                spread(troubled, caller.name(), share / 2, all);
            }
        }
    }
}
