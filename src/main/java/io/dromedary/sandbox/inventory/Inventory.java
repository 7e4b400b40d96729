// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.inventory;

import io.dromedary.sandbox.catalog.Catalog;
import io.dromedary.sandbox.world.Deployment;
import io.dromedary.sandbox.world.Dice;
import io.dromedary.sandbox.world.Host;
import io.dromedary.sandbox.world.World;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Lists what runs. Containers are those that report metrics. */
public final class Inventory {

    private static final String CONTAINER_METRIC = "docker.cpu.usage";
    private static final long SPAN_MS = 60_000;
    private static final String STORE_VERSION = "1.0.0";
    /** 2026-01-02, when the stores' hosts came up. */
    private static final long BOOTED_MS = 1_767_312_000_000L;

    private static final String HEX = "0123456789abcdef";

    private final World world;
    private final Catalog catalog;

    public Inventory(World world, Catalog catalog) {
        this.world = world;
        this.catalog = catalog;
    }

    /** In order of their ids. */
    public List<Container> containers(long nowMs) {
        return catalog.find(CONTAINER_METRIC).orElseThrow().source().in(nowMs - SPAN_MS, nowMs).stream()
                .map(series -> container(series.tags(), nowMs))
                .filter(container -> isUp(container.host(), nowMs))
                .sorted(Comparator.comparing(Container::id))
                .toList();
    }

    private boolean isUp(String host, long nowMs) {
        return world.shop().hosts().stream().anyMatch(one -> one.name().equals(host) && one.isUp(nowMs));
    }

    private Container container(SortedMap<String, String> tags, long nowMs) {
        String service = tags.getOrDefault("service", "");
        String env = tags.getOrDefault("env", "");
        boolean application =
                world.shop().applications().stream().anyMatch(one -> one.name().equals(service));
        var deployment = application ? deployment(service, env, nowMs) : null;
        String version = deployment == null ? STORE_VERSION : deployment.version();
        long started = deployment == null ? Math.min(nowMs, BOOTED_MS) : deployment.fromMs();
        return new Container(
                hex(tags + version, 64),
                tags.getOrDefault("container_name", service),
                tags.getOrDefault("host", ""),
                tags.getOrDefault("image_name", service),
                version,
                tags,
                started);
    }

    private Deployment deployment(String service, String env, long nowMs) {
        var all = world.deployments().between(service, env, nowMs, nowMs + 1);
        return all.get(all.size() - 1);
    }

    /** Digits that are the same for the same text. */
    private static String hex(String text, int length) {
        long key = Dice.key(81, text);
        var digits = new StringBuilder();
        for (int i = 0; i < length; i++) {
            digits.append(HEX.charAt(Dice.below(Dice.key(key, i), HEX.length())));
        }
        return digits.toString();
    }

    /** In order of their ids. */
    public List<HostProcess> processes(long nowMs) {
        return world.shop().hosts().stream()
                .filter(host -> host.isUp(nowMs))
                .flatMap(host -> processes(host, nowMs))
                .sorted(Comparator.comparing(HostProcess::id))
                .toList();
    }

    private Stream<HostProcess> processes(Host host, long nowMs) {
        long booted = Math.min(nowMs, BOOTED_MS);
        var service = host.service();
        long started = service.isApplication()
                ? deployment(service.name(), host.env(), nowMs).fromMs()
                : booted;
        int pid = 1_000 + Dice.below(Dice.key(82, host.name()), 20_000);
        return Stream.of(
                process(host, 1, 0, "root", "systemd", "/lib/systemd/systemd --system", booted),
                process(host, 412, 1, "root", "containerd", "/usr/bin/containerd", booted),
                process(host, 530, 1, "dd-agent", "agent", "/opt/datadog-agent/bin/agent/agent run", booted),
                process(host, 531, 1, "root", "process-agent", "/opt/datadog-agent/embedded/bin/process-agent", booted),
                process(host, pid, 412, service.name(), command(host), commandLine(host), started));
    }

    private static String command(Host host) {
        return switch (host.service().name()) {
            case "postgres" -> "postgres";
            case "redis" -> "redis-server";
            default -> "java";
        };
    }

    private static String commandLine(Host host) {
        return switch (host.service().name()) {
            case "postgres" -> "postgres -D /var/lib/postgresql/data";
            case "redis" -> "redis-server *:6379";
            case "kafka" -> "java -Xmx4g kafka.Kafka /etc/kafka/server.properties";
            default -> "java -Xmx2g -jar /app/" + host.service().name() + ".jar";
        };
    }

    private static HostProcess process(
            Host host, int pid, int parent, String user, String command, String commandLine, long startedMs) {
        return new HostProcess(hex(host.name() + pid, 40), host, pid, parent, user, command, commandLine, startedMs);
    }
}
