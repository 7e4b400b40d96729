// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.api.Tree;
import io.dromedary.sandbox.monitor.Downtime;
import io.dromedary.sandbox.monitor.GroupState;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Monitors as the API writes them. */
final class MonitorJson {

    private static final long ORG = 321_000;

    private MonitorJson() {}

    /** As the list and a single monitor are answered. */
    static Map<String, Object> detail(MonitorView view, boolean withDowntimes, boolean withGroups) {
        var monitor = view.monitor();
        var json = Tree.object(
                "id", monitor.id(),
                "org_id", ORG,
                "type", monitor.type(),
                "name", monitor.name(),
                "message", monitor.message(),
                "tags", monitor.tags(),
                "query", monitor.query(),
                "options", options(view),
                "multi", monitor.grouped(),
                "created_at", monitor.createdMs(),
                "created", Times.offset(monitor.createdMs()),
                "modified", Times.offset(monitor.createdMs()),
                "deleted", null,
                "restricted_roles", null,
                "priority", monitor.priority(),
                "overall_state_modified", Times.offset(view.sinceMs()),
                "overall_state", view.overall().wireName(),
                "creator", view.creator().creator());
        if (withGroups) {
            json.put("state", Tree.object("groups", groupsByName(view)));
        }
        if (withDowntimes) {
            json.put(
                    "matching_downtimes",
                    view.downtimes().stream().map(MonitorJson::matching).toList());
        }
        return json;
    }

    private static Map<String, Object> groupsByName(MonitorView view) {
        var all = Tree.object();
        view.groups()
                .forEach(group -> all.put(
                        group.name(),
                        Tree.object(
                                "name",
                                group.name(),
                                "status",
                                group.state().wireName(),
                                "last_triggered_ts",
                                group.triggeredMs() / 1000,
                                "last_nodata_ts",
                                group.noDataMs() / 1000)));
        return all;
    }

    private static Map<String, Object> options(MonitorView view) {
        var monitor = view.monitor();
        var thresholds = Tree.object();
        if (!Double.isNaN(monitor.critical())) {
            thresholds.put("critical", monitor.critical());
            thresholds.put("warning", monitor.warning());
        }
        var silenced = Tree.object();
        view.downtimes().forEach(downtime -> silenced.put("*", downtime.endMs() == 0 ? null : downtime.endMs() / 1000));
        return Tree.object(
                "notify_audit", false,
                "locked", false,
                "include_tags", true,
                "thresholds", thresholds,
                "new_host_delay", 300,
                "require_full_window", false,
                "notify_no_data", false,
                "silenced", silenced);
    }

    private static Map<String, Object> matching(Downtime downtime) {
        return Tree.object(
                "end",
                downtime.endMs() == 0 ? null : downtime.endMs() / 1000,
                "id",
                downtime.id(),
                "scope",
                List.of(downtime.scope()),
                "start",
                downtime.startMs() / 1000);
    }

    /** As a search answers. */
    static Map<String, Object> found(MonitorView view) {
        var monitor = view.monitor();
        var creator = view.creator();
        return Tree.object(
                "status", view.overall().wireName(),
                "scopes", view.scopes(),
                "classification", monitor.classification(),
                "creator", Tree.object("handle", creator.handle(), "id", creator.number(), "name", creator.name()),
                "metrics", view.metrics(),
                "notifications", List.of(Tree.object("handle", creator.handle(), "name", creator.name())),
                "muted_until_ts", view.mutedUntilSeconds(),
                "query", monitor.query(),
                "id", monitor.id(),
                "last_triggered_ts", view.triggeredSeconds(),
                "name", monitor.name(),
                "tags", monitor.tags(),
                "org_id", ORG,
                "priority", monitor.priority(),
                "overall_state_modified", view.sinceMs() / 1000,
                "restricted_roles", List.of(),
                "type", monitor.type());
    }

    /** A group as a search answers. */
    static Map<String, Object> found(MonitorView view, GroupState group) {
        var monitor = view.monitor();
        var all = Stream.concat(monitor.tags().stream(), group.tags().stream()).toList();
        return Tree.object(
                "status", group.state().wireName(),
                "last_nodata_ts", group.noDataMs() / 1000,
                "env_tags", only(all, "env:"),
                "muted_remaining", null,
                "muted_until_ts", view.mutedUntilSeconds(),
                "all_tags", all,
                "monitor_name", monitor.name(),
                "team_tags", only(all, "team:"),
                "last_triggered_ts", group.triggeredMs() / 1000,
                "group", group.name(),
                "downtimes", view.downtimes().stream().map(Downtime::id).toList(),
                "monitor_id", monitor.id(),
                "priority", monitor.priority(),
                "muted", view.isMuted(),
                "group_tags", group.group().isEmpty() ? List.of("*") : group.tags());
    }

    private static List<String> only(List<String> tags, String prefix) {
        return tags.stream().filter(tag -> tag.startsWith(prefix)).toList();
    }
}
