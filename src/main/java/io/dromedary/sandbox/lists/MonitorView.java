// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.api.Tree;
import io.dromedary.sandbox.monitor.Downtime;
import io.dromedary.sandbox.monitor.Downtimes;
import io.dromedary.sandbox.monitor.GroupState;
import io.dromedary.sandbox.monitor.Monitor;
import io.dromedary.sandbox.monitor.Monitors;
import io.dromedary.sandbox.monitor.State;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A monitor as it stands at a time. */
record MonitorView(Monitor monitor, List<GroupState> groups, State overall, List<Downtime> downtimes) {

    private static final long ORG = 321_000;
    private static final Pattern METRIC = Pattern.compile(":([a-z][a-z0-9_.]*\\.[a-z0-9_.]+)\\{([^}]*)}");

    static MonitorView of(Monitor monitor, Monitors monitors, Downtimes downtimes, long nowMs) {
        var groups = monitors.groups(monitor, nowMs);
        return new MonitorView(monitor, groups, Monitors.overall(groups), downtimes.active(monitor, nowMs));
    }

    boolean isMuted() {
        return !downtimes.isEmpty();
    }

    /** When it first was in its state, or last became calm. Epoch milliseconds. */
    long sinceMs() {
        var times = groups.stream().filter(group -> group.state() == overall).mapToLong(GroupState::sinceMs);
        return overall == State.OK ? times.max().orElse(0) : times.min().orElse(0);
    }

    /** Epoch seconds, null when it did not alert lately. */
    @Nullable
    Long triggeredSeconds() {
        long latest = groups.stream().mapToLong(GroupState::triggeredMs).max().orElse(0);
        return latest == 0 ? null : latest / 1000;
    }

    /** When it may speak again, epoch seconds; null while nobody knows or when it may. */
    @Nullable
    Long mutedUntilSeconds() {
        long latest = downtimes.stream().mapToLong(Downtime::endMs).max().orElse(0);
        return latest == 0 ? null : latest / 1000;
    }

    private List<String> scopes() {
        return METRIC.matcher(monitor.query())
                .results()
                .map(found -> found.group(2))
                .distinct()
                .toList();
    }

    private List<String> metrics() {
        return METRIC.matcher(monitor.query())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    Listed listed() {
        return Listed.of(
                monitor.name() + " " + monitor.query(),
                monitor.tags(),
                "status",
                overall.wireName(),
                "type",
                monitor.classification(),
                "muted",
                Boolean.toString(isMuted()),
                "id",
                Long.toString(monitor.id()),
                "title",
                monitor.name(),
                "name",
                monitor.name(),
                "priority",
                "p" + monitor.priority(),
                "creator",
                creator().handle(),
                "metric",
                String.join(" ", metrics()));
    }

    /** A group of it as a search sees it: by its own state. */
    Listed listed(GroupState group) {
        return Listed.of(
                monitor.name() + " " + group.name(),
                Stream.concat(monitor.tags().stream(), group.tags().stream()).toList(),
                "status",
                group.state().wireName(),
                "group_status",
                group.state().wireName(),
                "type",
                monitor.classification(),
                "muted",
                Boolean.toString(isMuted()),
                "id",
                Long.toString(monitor.id()),
                "monitor_id",
                Long.toString(monitor.id()),
                "name",
                monitor.name(),
                "title",
                monitor.name(),
                "priority",
                "p" + monitor.priority(),
                "group",
                group.name());
    }

    private People.Person creator() {
        return People.oneOf(monitor.tag("team"), monitor.id());
    }

    /** As the list and a single monitor are answered. */
    Map<String, Object> detail(boolean withDowntimes, boolean withGroups) {
        var json = Tree.object(
                "id", monitor.id(),
                "org_id", ORG,
                "type", monitor.type(),
                "name", monitor.name(),
                "message", monitor.message(),
                "tags", monitor.tags(),
                "query", monitor.query(),
                "options", options(),
                "multi", monitor.grouped(),
                "created_at", monitor.createdMs(),
                "created", Times.offset(monitor.createdMs()),
                "modified", Times.offset(monitor.createdMs()),
                "deleted", null,
                "restricted_roles", null,
                "priority", monitor.priority(),
                "overall_state_modified", Times.offset(sinceMs()),
                "overall_state", overall.wireName(),
                "creator", creator().creator());
        if (withGroups) {
            json.put("state", Tree.object("groups", groupsByName()));
        }
        if (withDowntimes) {
            json.put(
                    "matching_downtimes",
                    downtimes.stream().map(MonitorView::matching).toList());
        }
        return json;
    }

    private Map<String, Object> groupsByName() {
        var all = Tree.object();
        groups.forEach(group -> all.put(
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

    private Map<String, Object> options() {
        var thresholds = Tree.object();
        if (!Double.isNaN(monitor.critical())) {
            thresholds.put("critical", monitor.critical());
            thresholds.put("warning", monitor.warning());
        }
        var silenced = Tree.object();
        downtimes.forEach(downtime -> silenced.put("*", downtime.endMs() == 0 ? null : downtime.endMs() / 1000));
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
    Map<String, Object> found() {
        var creator = creator();
        return Tree.object(
                "status", overall.wireName(),
                "scopes", scopes(),
                "classification", monitor.classification(),
                "creator", Tree.object("handle", creator.handle(), "id", creator.number(), "name", creator.name()),
                "metrics", metrics(),
                "notifications", List.of(Tree.object("handle", creator.handle(), "name", creator.name())),
                "muted_until_ts", mutedUntilSeconds(),
                "query", monitor.query(),
                "id", monitor.id(),
                "last_triggered_ts", triggeredSeconds(),
                "name", monitor.name(),
                "tags", monitor.tags(),
                "org_id", ORG,
                "priority", monitor.priority(),
                "overall_state_modified", sinceMs() / 1000,
                "restricted_roles", List.of(),
                "type", monitor.type());
    }

    /** A group as a search answers. */
    Map<String, Object> found(GroupState group) {
        var all = Stream.concat(monitor.tags().stream(), group.tags().stream()).toList();
        return Tree.object(
                "status", group.state().wireName(),
                "last_nodata_ts", group.noDataMs() / 1000,
                "env_tags", only(all, "env:"),
                "muted_remaining", null,
                "muted_until_ts", mutedUntilSeconds(),
                "all_tags", all,
                "monitor_name", monitor.name(),
                "team_tags", only(all, "team:"),
                "last_triggered_ts", group.triggeredMs() / 1000,
                "group", group.name(),
                "downtimes", downtimes.stream().map(Downtime::id).toList(),
                "monitor_id", monitor.id(),
                "priority", monitor.priority(),
                "muted", isMuted(),
                "group_tags", group.group().isEmpty() ? List.of("*") : group.tags());
    }

    private static List<String> only(List<String> tags, String prefix) {
        return tags.stream().filter(tag -> tag.startsWith(prefix)).toList();
    }
}
