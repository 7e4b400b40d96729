// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.monitor.Downtime;
import io.dromedary.sandbox.monitor.Downtimes;
import io.dromedary.sandbox.monitor.GroupState;
import io.dromedary.sandbox.monitor.Monitor;
import io.dromedary.sandbox.monitor.Monitors;
import io.dromedary.sandbox.monitor.State;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A monitor as it stands at a time. */
record MonitorView(Monitor monitor, List<GroupState> groups, State overall, List<Downtime> downtimes) {

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

    /** The scopes of its queries. */
    List<String> scopes() {
        return METRIC.matcher(monitor.query())
                .results()
                .map(found -> found.group(2))
                .distinct()
                .toList();
    }

    List<String> metrics() {
        return METRIC.matcher(monitor.query())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    Listed listed() {
        return Listed.of(
                monitor.name() + " " + monitor.query() + " " + monitor.id(),
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

    People.Person creator() {
        return People.oneOf(monitor.tag("team"), monitor.id());
    }
}
