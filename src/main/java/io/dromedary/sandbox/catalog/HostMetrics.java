// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.catalog;

import static io.dromedary.sandbox.catalog.Recipe.fixed;
import static io.dromedary.sandbox.catalog.Recipe.living;
import static io.dromedary.sandbox.catalog.Recipe.sawtooth;
import static io.dromedary.sandbox.catalog.Row.gauge;
import static io.dromedary.sandbox.signal.Pattern.steady;

import io.dromedary.sandbox.signal.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What an Agent reports of every host. */
final class HostMetrics {

    private static final Duration UPTIME = Duration.ofDays(14);
    private static final double GIB = 1L << 30;
    private static final Pattern BUSY = steady(0.6, 0.25);

    private static final Recipe USER = living(14, BUSY.shaken(1.1)).named("system.cpu.user");
    private static final Recipe SYSTEM = living(4, BUSY.shaken(1)).named("system.cpu.system");
    private static final Recipe IOWAIT = living(1.2, steady(0.4, 0.4).shaken(2)).named("system.cpu.iowait");
    private static final Recipe STOLEN = living(0.3, steady(0, 0.6)).named("system.cpu.stolen");

    private static final Recipe USED =
            living(0.42, steady(0.15, 0.05).shaken(0.15)).named("system.mem.used");
    private static final Recipe CACHED = living(0.2, steady(0, 0.08)).named("system.mem.cached");
    private static final Recipe BUFFERED = living(0.04, steady(0, 0.05)).named("system.mem.buffered");
    private static final Recipe USABLE = fixed(1).minus(USED);

    private static final Recipe FILLED =
            sawtooth(35 * GIB, 92 * GIB, Duration.ofDays(9)).named("system.disk.used");
    private static final double DISK = 100 * GIB;

    private HostMetrics() {}

    static List<Row> rows() {
        return Stream.of(cpu(), memory(), load(), disk(), network())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Row> cpu() {
        var hosts = Populations.hosts();
        return List.of(
                gauge("system.cpu.user", "percent", "Share of time the CPU ran programs", hosts, USER),
                gauge("system.cpu.system", "percent", "Share of time the CPU ran the kernel", hosts, SYSTEM),
                gauge(
                        "system.cpu.iowait",
                        "percent",
                        "Share of time the CPU waited for input or output",
                        hosts,
                        IOWAIT),
                gauge("system.cpu.stolen", "percent", "Share of time the hypervisor gave to others", hosts, STOLEN),
                gauge(
                        "system.cpu.idle",
                        "percent",
                        "Share of time the CPU had nothing to do",
                        hosts,
                        fixed(100).minus(USER).minus(SYSTEM).minus(IOWAIT).minus(STOLEN)),
                gauge("system.cpu.num_cores", "core", "Cores of the host", Populations.hostsByCores(), fixed(1)),
                gauge(
                        "system.uptime",
                        "second",
                        "Time since the host started",
                        hosts,
                        sawtooth(0, UPTIME.toMillis() / 1000.0, UPTIME)));
    }

    private static List<Row> memory() {
        var hosts = Populations.hostsByMemory();
        return List.of(
                gauge("system.mem.total", "byte", "Memory of the host", hosts, fixed(1)),
                gauge("system.mem.used", "byte", "Memory in use, without buffers and cache", hosts, USED),
                gauge("system.mem.cached", "byte", "Memory that caches files", hosts, CACHED),
                gauge("system.mem.buffered", "byte", "Memory that buffers block devices", hosts, BUFFERED),
                gauge(
                        "system.mem.free",
                        "byte",
                        "Memory nothing is in",
                        hosts,
                        USABLE.minus(CACHED).minus(BUFFERED)),
                gauge("system.mem.usable", "byte", "Memory that programs could have", hosts, USABLE),
                gauge(
                        "system.mem.pct_usable",
                        "fraction",
                        "Memory that programs could have, as a part of all",
                        hosts,
                        USABLE.perWeight()),
                gauge("system.swap.total", "byte", "Size of the swap space", hosts, fixed(0.125)),
                gauge(
                        "system.swap.used",
                        "byte",
                        "Swap space in use",
                        hosts,
                        living(0.004, steady(0, 0.2).shaken(4))));
    }

    private static List<Row> load() {
        var hosts = Populations.hosts();
        return List.of(
                gauge(
                        "system.load.1",
                        "",
                        "Load over a minute",
                        hosts,
                        living(1.1, steady(0.7, 0.3).shaken(2.5))),
                gauge(
                        "system.load.5",
                        "",
                        "Load over five minutes",
                        hosts,
                        living(1.05, steady(0.7, 0.2).shaken(2))),
                gauge(
                        "system.load.15",
                        "",
                        "Load over fifteen minutes",
                        hosts,
                        living(1, steady(0.7, 0.1).shaken(1.2))),
                gauge(
                        "system.load.norm.1",
                        "",
                        "Load over a minute, per core",
                        hosts,
                        living(0.28, steady(0.7, 0.3).shaken(2.5))),
                gauge("system.proc.count", "process", "Processes on the host", hosts, living(182, steady(0.1, 0.05))),
                gauge(
                        "system.fs.file_handles.in_use",
                        "fraction",
                        "File handles in use",
                        hosts,
                        living(0.06, steady(0.3, 0.1).shaken(0.8))));
    }

    private static List<Row> disk() {
        var disks = Populations.hosts().by("device", "/dev/nvme0n1p1", "/dev/nvme1n1p1");
        return List.of(
                gauge("system.disk.total", "byte", "Size of the disk", disks, fixed(DISK)),
                gauge("system.disk.used", "byte", "Space in use", disks, FILLED),
                gauge(
                        "system.disk.free",
                        "byte",
                        "Space left",
                        disks,
                        fixed(DISK).minus(FILLED)),
                gauge(
                        "system.disk.in_use",
                        "fraction",
                        "Space in use, as a part of all",
                        disks,
                        FILLED.times(1 / DISK).perWeight()),
                gauge("system.fs.inodes.used", "inode", "Inodes in use", disks, living(420_000, steady(0, 0.02))),
                gauge(
                        "system.io.await",
                        "millisecond",
                        "Average time of a request to the disk",
                        disks,
                        living(2.4, steady(0.3, 0.4).shaken(3))),
                gauge(
                        "system.io.util",
                        "percent",
                        "Share of time the disk was busy",
                        disks,
                        living(14, BUSY.shaken(2))),
                gauge("system.io.r_s", "read/second", "Reads from the disk", disks, living(35, BUSY.shaken(1.5))),
                gauge("system.io.w_s", "write/second", "Writes to the disk", disks, living(80, BUSY.shaken(1.5))));
    }

    private static List<Row> network() {
        var interfaces = Populations.hosts().by("interface", "eth0", "lo");
        return List.of(
                Row.rate(
                        "system.net.bytes_rcvd",
                        "byte/second",
                        "Bytes received",
                        interfaces,
                        living(2.4e6, steady(1, 0.2))),
                Row.rate(
                        "system.net.bytes_sent",
                        "byte/second",
                        "Bytes sent",
                        interfaces,
                        living(6.1e6, steady(1, 0.2))),
                gauge(
                        "system.net.packets_in.count",
                        "packet/second",
                        "Packets received",
                        interfaces,
                        living(2100, steady(1, 0.2))),
                gauge(
                        "system.net.packets_out.count",
                        "packet/second",
                        "Packets sent",
                        interfaces,
                        living(2600, steady(1, 0.2))),
                gauge(
                        "system.net.packets_in.error",
                        "packet/second",
                        "Packets received with errors",
                        interfaces,
                        living(0.02, steady(0, 0.9))),
                gauge(
                        "system.net.tcp.retrans_segs",
                        "packet/second",
                        "Segments sent again",
                        interfaces,
                        living(1.3, steady(0.6, 0.3).shaken(4))),
                gauge(
                        "system.net.tcp.current_established",
                        "connection",
                        "Open connections",
                        Populations.hosts(),
                        living(210, BUSY.shaken(0.8))));
    }
}
