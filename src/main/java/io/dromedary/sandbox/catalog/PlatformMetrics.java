// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.catalog;

import static io.dromedary.sandbox.catalog.Recipe.fixed;
import static io.dromedary.sandbox.catalog.Recipe.living;
import static io.dromedary.sandbox.catalog.Recipe.sawtooth;
import static io.dromedary.sandbox.catalog.Row.count;
import static io.dromedary.sandbox.catalog.Row.gauge;
import static io.dromedary.sandbox.catalog.Row.rare;
import static io.dromedary.sandbox.catalog.Row.rate;
import static io.dromedary.sandbox.signal.Pattern.steady;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What runs our code: containers, the web server, the JVM. */
final class PlatformMetrics {

    private static final double MIB = 1L << 20;

    private PlatformMetrics() {}

    static List<Row> rows() {
        return Stream.of(docker(), kubernetes(), nginx(), jvm())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Row> docker() {
        var containers = Populations.containers();
        return List.of(
                gauge(
                        "docker.cpu.usage",
                        "percent",
                        "CPU the container uses",
                        containers.even(),
                        living(20, steady(0.6, 0.2).shaken(1.2))),
                gauge(
                        "docker.mem.rss",
                        "byte",
                        "Memory the container uses",
                        containers,
                        living(780 * MIB, steady(0.1, 0.05).shaken(0.2))),
                gauge("docker.mem.limit", "byte", "Memory the container may use", containers.even(), fixed(2048 * MIB)),
                gauge("docker.containers.running", "container", "Containers on the host", containers.even(), fixed(1)),
                rate(
                        "docker.net.bytes_rcvd",
                        "byte/second",
                        "Bytes received",
                        containers,
                        living(1.9e6, steady(1, 0.2))),
                rate("docker.net.bytes_sent", "byte/second", "Bytes sent", containers, living(5.2e6, steady(1, 0.2))));
    }

    private static List<Row> kubernetes() {
        var pods = Populations.containers();
        return List.of(
                gauge(
                        "kubernetes.cpu.usage.total",
                        "nanocore",
                        "CPU the pod uses",
                        pods,
                        living(5.6e8, steady(0.8, 0.2).shaken(2))),
                gauge("kubernetes.cpu.limits", "core", "CPU the pod may use", pods.even(), fixed(2)),
                gauge("kubernetes.cpu.requests", "core", "CPU the pod asked for", pods.even(), fixed(0.5)),
                gauge(
                        "kubernetes.memory.usage",
                        "byte",
                        "Memory the pod uses",
                        pods,
                        living(900 * MIB, steady(0.1, 0.05).shaken(0.2))),
                gauge("kubernetes.memory.limits", "byte", "Memory the pod may use", pods.even(), fixed(2048 * MIB)),
                gauge("kubernetes.pods.running", "", "Running pods", pods.even(), fixed(1)),
                rare(
                        "kubernetes.containers.restarts",
                        "",
                        "Restarts of containers",
                        pods,
                        living(2e-6, steady(0, 0).shaken(1500))),
                rate(
                        "kubernetes.network.rx_bytes",
                        "byte/second",
                        "Bytes received",
                        pods,
                        living(1.9e6, steady(1, 0.2))),
                rate("kubernetes.network.tx_bytes", "byte/second", "Bytes sent", pods, living(5.2e6, steady(1, 0.2))));
    }

    private static List<Row> nginx() {
        var web = Populations.hostsOf("web");
        return List.of(
                rate("nginx.net.request_per_s", "request/second", "Requests", web, living(120, steady(1, 0.2))),
                rate(
                        "nginx.net.conn_opened_per_s",
                        "connection/second",
                        "Connections opened",
                        web,
                        living(24, steady(1, 0.2))),
                rare(
                        "nginx.net.conn_dropped_per_s",
                        "connection",
                        "Connections dropped",
                        web,
                        living(0.002, steady(0, 0.2).shaken(400))),
                gauge(
                        "nginx.net.connections",
                        "connection",
                        "Open connections",
                        web,
                        living(460, steady(0.9, 0.1).infected(1.5))),
                gauge("nginx.net.waiting", "connection", "Idle connections", web, living(300, steady(0.9, 0.1))),
                gauge(
                        "nginx.net.reading",
                        "connection",
                        "Connections whose request is being read",
                        web,
                        living(12, steady(0.9, 0.2))),
                gauge(
                        "nginx.net.writing",
                        "connection",
                        "Connections being answered",
                        web,
                        living(40, steady(0.9, 0.2).infected(2.5))),
                count("nginx.requests.total_count", "request", "Requests", web, living(120, steady(1, 0.2))));
    }

    private static List<Row> jvm() {
        var apps = Populations.applicationHosts().by("runtime", "main");
        var each = apps.even();
        return List.of(
                gauge(
                        "jvm.heap_memory",
                        "byte",
                        "Heap in use",
                        each,
                        sawtooth(210 * MIB, 640 * MIB, Duration.ofMinutes(17))),
                gauge("jvm.heap_memory_committed", "byte", "Heap taken from the system", each, fixed(800 * MIB)),
                gauge("jvm.heap_memory_max", "byte", "Heap there may be", each, fixed(1024 * MIB)),
                gauge(
                        "jvm.non_heap_memory",
                        "byte",
                        "Memory in use outside of the heap",
                        each,
                        living(160 * MIB, steady(0, 0.02))),
                gauge(
                        "jvm.thread_count",
                        "thread",
                        "Live threads",
                        apps,
                        living(74, steady(0.3, 0.1).infected(1.2))),
                gauge("jvm.loaded_classes", "", "Loaded classes", each, living(14_200, steady(0, 0.005))),
                gauge(
                        "jvm.cpu_load.process",
                        "percent",
                        "CPU the process uses",
                        each,
                        living(18, steady(0.6, 0.2).shaken(1.2))),
                gauge(
                        "jvm.gc.pause_time",
                        "millisecond",
                        "Time stopped by collections",
                        apps,
                        living(9, steady(0.8, 0.3).shaken(6))),
                count(
                        "jvm.gc.minor_collection_count",
                        "garbage collection",
                        "Young collections",
                        apps,
                        living(0.2, steady(0.8, 0.2).shaken(2))),
                rare(
                        "jvm.gc.major_collection_count",
                        "garbage collection",
                        "Old collections",
                        apps,
                        living(0.0006, steady(0, 0.1).shaken(40))));
    }
}
