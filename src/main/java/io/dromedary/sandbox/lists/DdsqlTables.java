// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.ddsql.ColumnType;
import io.dromedary.sandbox.ddsql.SqlTable;
import io.dromedary.sandbox.inventory.Inventory;
import io.dromedary.sandbox.monitor.Downtimes;
import io.dromedary.sandbox.monitor.Monitors;
import io.dromedary.sandbox.world.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be asked by SQL: the same hosts, services, monitors and so on as everywhere else. */
record DdsqlTables(World world, Inventory inventory, Monitors monitors, Downtimes downtimes, long nowMs)
        implements SqlTable.Tables {

    @Override
    public @Nullable SqlTable named(String name) {
        return switch (name) {
            case "hosts", "host" -> hosts();
            case "services", "service" -> services();
            case "containers", "container" -> containers();
            case "processes", "process" -> processes();
            case "monitors", "monitor" -> monitorTable();
            case "incidents", "incident" -> incidents();
            default -> null;
        };
    }

    /** @param columns as {@code name:TYPE} */
    private static SqlTable table(String columns, Stream<List<@Nullable Object>> rows) {
        var all = Arrays.stream(columns.split(" "))
                .map(column -> column.split(":"))
                .map(parts -> new SqlTable.Column(parts[0], ColumnType.valueOf(parts[1])))
                .toList();
        return new SqlTable(all, rows.toList());
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        var row = new ArrayList<@Nullable Object>();
        for (var value : values) {
            row.add(value);
        }
        return row;
    }

    private SqlTable hosts() {
        return table(
                "hostname:VARCHAR service:VARCHAR env:VARCHAR team:VARCHAR region:VARCHAR availability_zone:VARCHAR "
                        + "instance_type:VARCHAR cpu_cores:BIGINT memory_bytes:BIGINT up:BOOLEAN",
                world.shop().hosts().stream()
                        .map(host -> row(
                                host.name(),
                                host.service().name(),
                                host.env(),
                                host.service().team(),
                                host.region().id(),
                                host.zone(),
                                host.instanceType(),
                                (long) host.cores(),
                                (long) host.memory(),
                                host.isUp(nowMs))));
    }

    private SqlTable services() {
        return table(
                "name:VARCHAR team:VARCHAR traced:BOOLEAN calls:BIGINT hosts:BIGINT",
                world.shop().services().stream()
                        .map(service -> row(
                                service.name(),
                                service.team(),
                                service.isApplication(),
                                (long) service.calls().size(),
                                world.shop().hosts().stream()
                                        .filter(host -> host.service().equals(service))
                                        .count())));
    }

    private SqlTable containers() {
        return table(
                "container_id:VARCHAR name:VARCHAR host:VARCHAR image:VARCHAR version:VARCHAR service:VARCHAR env:VARCHAR "
                        + "region:VARCHAR pod_name:VARCHAR started:TIMESTAMP",
                inventory.containers(nowMs).stream()
                        .map(one -> row(
                                one.id(),
                                one.name(),
                                one.host(),
                                one.image(),
                                one.version(),
                                one.tags().get("service"),
                                one.tags().get("env"),
                                one.tags().get("region"),
                                one.tags().get("pod_name"),
                                one.startedMs())));
    }

    private SqlTable processes() {
        return table(
                "pid:BIGINT ppid:BIGINT command:VARCHAR cmdline:VARCHAR user:VARCHAR host:VARCHAR service:VARCHAR "
                        + "env:VARCHAR started:TIMESTAMP",
                inventory.processes(nowMs).stream()
                        .map(one -> row(
                                (long) one.pid(),
                                (long) one.parent(),
                                one.command(),
                                one.commandLine(),
                                one.user(),
                                one.host().name(),
                                one.host().service().name(),
                                one.host().env(),
                                one.startedMs())));
    }

    private SqlTable monitorTable() {
        return table(
                "id:BIGINT name:VARCHAR type:VARCHAR status:VARCHAR priority:BIGINT muted:BOOLEAN service:VARCHAR "
                        + "env:VARCHAR team:VARCHAR critical:DOUBLE last_triggered:TIMESTAMP",
                monitors.all().stream()
                        .map(monitor -> MonitorView.of(monitor, monitors, downtimes, nowMs))
                        .map(DdsqlTables::monitorRow));
    }

    private static List<@Nullable Object> monitorRow(MonitorView view) {
        var monitor = view.monitor();
        Long triggered = view.triggeredSeconds();
        return row(
                monitor.id(),
                monitor.name(),
                monitor.classification(),
                view.overall().wireName(),
                (long) monitor.priority(),
                view.isMuted(),
                monitor.tag("service").isEmpty() ? null : monitor.tag("service"),
                monitor.tag("env"),
                monitor.tag("team"),
                Double.isNaN(monitor.critical()) ? null : monitor.critical(),
                triggered == null ? null : triggered * 1000);
    }

    private SqlTable incidents() {
        return table(
                "public_id:BIGINT title:VARCHAR severity:VARCHAR state:VARCHAR service:VARCHAR team:VARCHAR "
                        + "detected:TIMESTAMP resolved:TIMESTAMP",
                IncidentView.all(world, nowMs).stream()
                        .map(one -> row(
                                one.publicId(),
                                one.title(),
                                one.severity(),
                                one.state(),
                                one.service().name(),
                                one.service().team(),
                                one.detectedMs(),
                                one.state().equals("resolved") ? one.resolvedMs() : null)));
    }
}
