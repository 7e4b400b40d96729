// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.story;

import io.dromedary.sandbox.world.Dice;
import io.dromedary.sandbox.world.Host;
import io.dromedary.sandbox.world.Region;
import io.dromedary.sandbox.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The processes that run in one slot of time, made when they are asked for. Confined to one thread. */
final class Instances {

    private static final Map<String, String> SOURCES =
            Map.of("web", "nginx", "postgres", "postgresql", "redis", "redis", "kafka", "kafka");

    private final World world;
    private final long epochMs;
    private final Map<String, Instance> known = new HashMap<>();
    private final Map<String, Event.Origin> stores = new HashMap<>();

    Instances(World world, long epochMs) {
        this.world = world;
        this.epochMs = epochMs;
    }

    /** One of those who can do a service's work in a place; nothing where nobody can. */
    Optional<Instance> of(String service, Region region, String env, double luck) {
        var hosts = hosts(service, region, env);
        if (hosts.isEmpty()) {
            return Optional.empty();
        }
        var host = hosts.get((int) (luck * hosts.size()));
        return Optional.of(known.computeIfAbsent(host.name(), name -> instance(host)));
    }

    /** A store's process: in the region, or in Europe where the region has none. */
    Instance store(String service, Region region, String env) {
        return of(service, region, env, 0)
                .or(() -> of(service, Region.EU_WEST, env, 0))
                .or(() -> of(service, Region.EU_WEST, "prod", 0))
                .orElseThrow();
    }

    /** Where spans of a store come from: the tracer of whoever asked it. */
    Event.Origin storeSpans(String store, Instance caller) {
        return stores.computeIfAbsent(
                store + '@' + caller.host().name(),
                key -> new Event.Origin(
                        store, caller.host().name(), tags(caller.host(), store, caller.version(), "apm", List.of())));
    }

    private List<Host> hosts(String service, Region region, String env) {
        var found = new ArrayList<Host>(2);
        for (var host : world.shop().hosts()) {
            if (host.service().name().equals(service)
                    && host.region() == region
                    && host.env().equals(env)
                    && host.isUp(epochMs)) {
                found.add(host);
            }
        }
        return found;
    }

    private Instance instance(Host host) {
        var service = host.service();
        String version = service.isApplication()
                ? world.deployments()
                        .between(service.name(), host.env(), epochMs, epochMs + 1)
                        .get(0)
                        .version()
                : "";
        String source = SOURCES.getOrDefault(service.name(), "java");
        // the agent and the container report the same tag: recordings hold such pairs
        var doubled = List.of("source:" + source, "env:" + host.env());
        return new Instance(
                host,
                version,
                new Event.Origin(service.name(), host.name(), tags(host, service.name(), version, source, doubled)),
                new Event.Origin(service.name(), host.name(), tags(host, service.name(), version, "apm", List.of())));
    }

    private List<String> tags(Host host, String service, String version, String source, List<String> doubled) {
        var tags = new ArrayList<String>();
        tags.add("source:" + source);
        tags.add("env:" + host.env());
        tags.add("service:" + service);
        if (!version.isEmpty()) {
            tags.add("version:" + version);
        }
        tags.add("region:" + host.region().id());
        tags.add("availability-zone:" + host.zone());
        world.shop().service(service).ifPresent(one -> tags.add("team:" + one.team()));
        if (host.service().isApplication()) {
            tags.add("kube_cluster_name:shop-" + host.region().brief());
            tags.add("kube_namespace:shop-" + host.env());
            tags.add("pod_name:" + host.service().name() + "-" + pod(host, version));
        }
        tags.addAll(doubled);
        return tags;
    }

    private static String pod(Host host, String version) {
        return Long.toHexString(Dice.key(Dice.key(3, host.name()), version) & 0xFFFFFFFFFL);
    }
}
