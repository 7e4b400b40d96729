// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.api.Call;
import io.dromedary.sandbox.api.Endpoint;
import io.dromedary.sandbox.api.Json;
import io.dromedary.sandbox.api.RefusedCallException;
import io.dromedary.sandbox.api.Tree;
import io.dromedary.sandbox.monitor.Downtimes;
import io.dromedary.sandbox.monitor.Monitor;
import io.dromedary.sandbox.monitor.Monitors;
import io.dromedary.sandbox.monitor.State;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Monitors with all their settings. */
final class MonitorEndpoints {

    private static final Set<String> GROUP_STATES = Set.of("all", "alert", "warn", "no data", "ok");

    private final Monitors monitors;
    private final Downtimes downtimes;

    MonitorEndpoints(Monitors monitors, Downtimes downtimes) {
        this.monitors = monitors;
        this.downtimes = downtimes;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.get("/api/v1/monitor", "monitors", this::list),
                Endpoint.get("/api/v1/monitor/*", "monitors", this::get));
    }

    /** A bare array, without a total; all of it when nobody asks for a page: v1 spec. */
    private Json.Text list(Call call) {
        var parameters = call.parameters();
        boolean withDowntimes = parameters.flag("with_downtimes", false);
        var states = groupStates(call);
        String name = parameters.text("name").orElse("").toLowerCase(Locale.ROOT);
        var scope = parameters.words("tags");
        var tags = parameters.words("monitor_tags");
        long offset = parameters.number("id_offset", 0, 0, Long.MAX_VALUE);
        var found = monitors.all().stream()
                .filter(monitor -> monitor.id() > offset)
                .filter(monitor -> monitor.name().toLowerCase(Locale.ROOT).contains(name))
                .filter(monitor -> monitor.tags().containsAll(tags))
                .filter(monitor -> scope.stream().allMatch(tag -> isAbout(monitor, tag)))
                .toList();
        var page = parameters.has("page")
                ? Page.byNumber(found, parameters, "page", "page_size", 0, 100, 1000)
                        .items()
                : found;
        return Tree.text(page.stream()
                .map(monitor -> MonitorJson.detail(view(monitor, call), withDowntimes, !states.isEmpty()))
                .toList());
    }

    private static boolean isAbout(Monitor monitor, String tag) {
        return monitor.tags().contains(tag) || monitor.query().contains(tag);
    }

    private static List<String> groupStates(Call call) {
        var states = call.parameters().words("group_states").stream()
                .map(state -> state.toLowerCase(Locale.ROOT))
                .toList();
        if (!GROUP_STATES.containsAll(states)) {
            // recording: all monitors, bad request
            throw RefusedCallException.badRequest("Invalid group_state filters.");
        }
        return states;
    }

    private Json.Text get(Call call) {
        var monitor = find(monitors, call.name());
        boolean withGroups = !groupStates(call).isEmpty();
        return Tree.text(
                MonitorJson.detail(view(monitor, call), call.parameters().flag("with_downtimes", false), withGroups));
    }

    static Monitor find(Monitors monitors, String id) {
        try {
            return monitors.find(Long.parseLong(id))
                    .orElseThrow(() -> RefusedCallException.notFound("Monitor not found"));
        } catch (NumberFormatException e) {
            throw RefusedCallException.badRequest("Invalid monitor id: " + id);
        }
    }

    private MonitorView view(Monitor monitor, Call call) {
        return MonitorView.of(monitor, monitors, downtimes, call.nowMs());
    }

    /** Refuses a state that is none, in the words of the recording of a bad search. */
    static void checkStatus(String key, String value) {
        boolean known = Stream.concat(
                        Arrays.stream(State.values()).map(State::wireName), Stream.of("Ignored", "Skipped", "Unknown"))
                .anyMatch(status -> status.equalsIgnoreCase(value));
        if (key.equalsIgnoreCase("status") && !known && value.indexOf('*') < 0) {
            throw RefusedCallException.badRequest("Query parsing error: '" + value + "' is not a valid monitor status");
        }
    }
}
