// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.catalog;

import io.dromedary.sandbox.signal.Place;
import io.dromedary.sandbox.world.Deployment;
import io.dromedary.sandbox.world.Host;
import io.dromedary.sandbox.world.Presence;
import io.dromedary.sandbox.world.Region;
import io.dromedary.sandbox.world.Service;
import io.dromedary.sandbox.world.Shop;
import io.dromedary.sandbox.world.World;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Who reports metrics in the shop. */
final class Populations {

    private Populations() {}

    /** Every host. */
    static Population hosts() {
        return hosts(host -> true, host -> 1);
    }

    /** Every host, weighted by its memory in bytes. */
    static Population hostsByMemory() {
        return hosts(host -> true, Host::memory);
    }

    /** Every host, weighted by its cores. */
    static Population hostsByCores() {
        return hosts(host -> true, Host::cores);
    }

    /** Hosts of one service, weighted by their region's traffic. */
    static Population hostsOf(String service) {
        return hosts(host -> host.service().name().equals(service), Populations::traffic);
    }

    /** Hosts that run our own code. */
    static Population applicationHosts() {
        return hosts(host -> host.service().isApplication(), Populations::traffic);
    }

    /** The containers of our own code, one on each host, with the tags Kubernetes adds. */
    static Population containers() {
        return (world, fromMs, toMs) -> applicationHosts().in(world, fromMs, toMs).stream()
                .map(Populations::inContainer)
                .toList();
    }

    /** Traces: each resource of each application, in each region and environment it runs, by version. */
    static Population resources() {
        return new RememberedPopulation((world, fromMs, toMs) -> world.shop().hosts().stream()
                .filter(host -> host.service().isApplication() && !host.daytime())
                .flatMap(host -> versions(world, host, fromMs, toMs))
                .toList());
    }

    /** The business, by region; it suffers with the service that does the work. */
    static Population business(String service) {
        return (world, fromMs, toMs) -> Stream.of(Region.values())
                .map(region -> market(world, service, region))
                .toList();
    }

    /** The account itself; it follows nobody's day much and shows no incident. */
    static Population account() {
        return (world, fromMs, toMs) ->
                List.of(new Member(new TreeMap<>(), new Place(world, "", Region.EU_WEST, false), 1, Presence.ALWAYS));
    }

    private static Population hosts(Predicate<Host> which, ToDoubleFunction<Host> weight) {
        return (world, fromMs, toMs) -> world.shop().hosts().stream()
                .filter(which)
                .map(host -> member(world, host, host.tags(), weight.applyAsDouble(host)))
                .toList();
    }

    private static Member member(World world, Host host, SortedMap<String, String> tags, double weight) {
        var place = new Place(world, host.service().name(), host.region(), host.isProduction());
        return new Member(tags, place, weight, host.daytime() ? Presence.DAYTIME : Presence.ALWAYS);
    }

    private static Stream<Member> versions(World world, Host host, long fromMs, long toMs) {
        var deployments = world.deployments().between(host.service().name(), host.env(), fromMs, toMs);
        return host.service().resources().stream()
                .flatMap(
                        resource -> deployments.stream().map(deployment -> version(world, host, resource, deployment)));
    }

    private static Member version(World world, Host host, String resource, Deployment deployment) {
        var service = host.service();
        int others = service.resources().size() - 1;
        double share = resource.equals(service.resources().get(0)) ? 0.7 : 0.3 / others;
        var tags = new TreeMap<String, String>();
        tags.put("env", host.env());
        tags.put("service", service.name());
        tags.put("team", service.team());
        tags.put("region", host.region().id());
        tags.put("resource_name", resource);
        tags.put("version", deployment.version());
        return member(world, host, tags, traffic(host) * share * busy(service))
                .during(Presence.between(deployment.fromMs(), deployment.toMs()));
    }

    private static Member inContainer(Member member) {
        var tags = new TreeMap<>(member.tags());
        String service = member.place().service();
        String region = member.place().region().brief();
        tags.put("kube_cluster_name", "shop-" + region);
        tags.put("kube_namespace", "shop-" + tags.get("env"));
        tags.put("kube_deployment", service);
        tags.put("pod_name", service + "-" + Long.toHexString(member.key("pod") & 0xFFFFFFFFFL));
        tags.put("container_name", service);
        tags.put("image_name", "registry.example/shop/" + service);
        return new Member(tags, member.place(), member.weight(), member.presence());
    }

    private static Member market(World world, String service, Region region) {
        var tags = new TreeMap<String, String>();
        tags.put("env", Shop.PRODUCTION);
        tags.put("region", region.id());
        tags.put("service", service);
        tags.put("team", world.shop().service(service).map(Service::team).orElse(""));
        return new Member(tags, new Place(world, service, region, true), region.share(), Presence.ALWAYS);
    }

    private static double traffic(Host host) {
        return host.isProduction() ? host.region().share() : 0.05;
    }

    private static double busy(Service service) {
        return switch (service.name()) {
            case "web" -> 10;
            case "search" -> 4;
            case "cart" -> 3;
            default -> 1;
        };
    }
}
