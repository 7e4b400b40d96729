// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.catalog;

import static io.dromedary.sandbox.catalog.Recipe.living;
import static io.dromedary.sandbox.catalog.Row.gauge;
import static io.dromedary.sandbox.signal.Pattern.steady;

import java.util.List;

/** Measures of processes, containers and costs: queries name them as metrics, and no list of metrics holds them. */
final class OtherMetrics {

    private static final double MIB = 1L << 20;

    private OtherMetrics() {}

    static List<Row> rows() {
        var processes = Populations.hosts().by("command", "service", "agent", "containerd", "sshd");
        var containers = Populations.containers();
        var costs = Populations.hostsByCores();
        return List.of(
                gauge(
                        "process.stat.cpu.total_pct",
                        "percent",
                        "CPU the process uses",
                        processes,
                        living(55, steady(0.6, 0.2).shaken(1.2))),
                gauge(
                        "process.stat.cpu.user_pct",
                        "percent",
                        "CPU the process uses for itself",
                        processes,
                        living(43, steady(0.6, 0.2).shaken(1.2))),
                gauge(
                        "process.stat.mem.rss",
                        "byte",
                        "Memory the process uses",
                        processes,
                        living(1900 * MIB, steady(0.1, 0.05).shaken(0.2))),
                gauge(
                        "process.stat.container.cpu.total_pct",
                        "percent",
                        "CPU the container uses",
                        containers.even(),
                        living(22, steady(0.6, 0.2).shaken(1.2))),
                gauge(
                        "process.stat.container.cpu.system_pct",
                        "percent",
                        "CPU the system uses for the container",
                        containers.even(),
                        living(4, steady(0.6, 0.2).shaken(1.2))),
                gauge(
                        "process.stat.container.mem.rss",
                        "byte",
                        "Memory the container uses",
                        containers,
                        living(780 * MIB, steady(0.1, 0.05).shaken(0.2))),
                gauge("all.cost", "euro", "Cost of the cloud, per hour", costs, living(0.062, steady(0.1, 0.03))),
                gauge(
                        "aws.cost.amortized",
                        "euro",
                        "Cost of the cloud with what was paid in advance, per hour",
                        costs,
                        living(0.048, steady(0.1, 0.03))));
    }
}
