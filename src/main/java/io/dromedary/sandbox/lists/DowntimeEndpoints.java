// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.api.Call;
import io.dromedary.sandbox.api.Endpoint;
import io.dromedary.sandbox.api.Json;
import io.dromedary.sandbox.api.RefusedCallException;
import io.dromedary.sandbox.api.Tree;
import io.dromedary.sandbox.monitor.Downtime;
import io.dromedary.sandbox.monitor.Downtimes;
import io.dromedary.sandbox.monitor.Monitors;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Downtimes of v2. */
final class DowntimeEndpoints {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final People.Person AUTHOR = People.oneOf("platform", 1);

    private final Monitors monitors;
    private final Downtimes downtimes;

    DowntimeEndpoints(Monitors monitors, Downtimes downtimes) {
        this.monitors = monitors;
        this.downtimes = downtimes;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.get("/api/v2/downtime", "downtimes", this::list),
                Endpoint.get("/api/v2/downtime/*", "downtimes", this::get),
                Endpoint.get("/api/v2/monitor/*/downtime_matches", "downtimes", this::matches));
    }

    private Json.Text list(Call call) {
        boolean current = call.parameters().flag("current_only", false);
        var found = downtimes.all(call.nowMs()).stream()
                .filter(downtime -> !current || downtime.isActive(call.nowMs()))
                .toList();
        var page = Page.byOffset(found, call.parameters(), "page[offset]", "page[limit]", 30, 1000);
        var included = included(call);
        var data = page.items().stream().map(one -> json(one, call, included)).toList();
        var reply = Tree.object("data", data);
        include(reply, included);
        reply.put("meta", Tree.object("page", Tree.object("total_filtered_count", page.total())));
        return Tree.text(reply);
    }

    private Json.Text get(Call call) {
        if (!ID.matcher(call.name()).matches()) {
            // recording: a downtime, bad request
            throw RefusedCallException.badRequest("Invalid URL param: downtime_id must be an uuid");
        }
        var downtime = downtimes
                .find(call.name(), call.nowMs())
                .orElseThrow(() -> RefusedCallException.notFound("Downtime not found"));
        var included = included(call);
        var reply = Tree.object("data", json(downtime, call, included));
        include(reply, included);
        return Tree.text(reply);
    }

    private Json.Text matches(Call call) {
        var monitor = MonitorEndpoints.find(monitors, call.name());
        var found = downtimes.active(monitor, call.nowMs());
        var page = Page.byOffset(found, call.parameters(), "page[offset]", "page[limit]", 30, 1000);
        var data = page.items().stream().map(DowntimeEndpoints::match).toList();
        return Tree.text(Tree.object(
                "data", data, "meta", Tree.object("page", Tree.object("total_filtered_count", page.total()))));
    }

    private static Map<String, Object> match(Downtime downtime) {
        return Tree.object(
                "type",
                "downtime_match",
                "id",
                downtime.id(),
                "attributes",
                Tree.object(
                        "groups", List.of("*"),
                        "scope", downtime.scope(),
                        "start", Times.offset(downtime.startMs()),
                        "end", end(downtime)));
    }

    private static @Nullable String end(Downtime downtime) {
        return downtime.endMs() == 0 ? null : Times.offset(downtime.endMs());
    }

    private static List<String> included(Call call) {
        return call.parameters().words("include");
    }

    private static void include(Map<String, Object> reply, List<String> included) {
        if (included.contains("created_by")) {
            var attributes = Tree.object("name", AUTHOR.name(), "handle", AUTHOR.handle(), "email", AUTHOR.handle());
            reply.put("included", List.of(Tree.object("type", "users", "id", AUTHOR.id(), "attributes", attributes)));
        }
    }

    private static Map<String, Object> json(Downtime downtime, Call call, List<String> included) {
        var json =
                Tree.object("type", "downtime", "id", downtime.id(), "attributes", attributes(downtime, call.nowMs()));
        if (included.contains("created_by") || included.contains("monitor")) {
            json.put(
                    "relationships",
                    // they are for all monitors of their tags, never for a single one
                    Tree.object("created_by", AUTHOR.reference("users"), "monitor", Tree.object("data", null)));
        }
        return json;
    }

    private static Map<String, Object> attributes(Downtime downtime, long nowMs) {
        return Tree.object(
                "mute_first_recovery_notification", false,
                "canceled", null,
                "monitor_identifier", Tree.object("monitor_tags", downtime.monitorTags()),
                "schedule", schedule(downtime),
                "notify_end_types", List.of("expired"),
                "notify_end_states", List.of("no data", "warn", "alert"),
                "status", downtime.status(nowMs),
                "scope", downtime.scope(),
                "created", Times.offset(downtime.createdMs()),
                "display_timezone", "UTC",
                "message", downtime.message(),
                "modified", Times.offset(downtime.createdMs()));
    }

    private static Map<String, Object> schedule(Downtime downtime) {
        return Tree.object("start", Times.offset(downtime.startMs()), "end", end(downtime));
    }
}
