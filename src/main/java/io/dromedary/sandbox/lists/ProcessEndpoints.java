// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.api.Call;
import io.dromedary.sandbox.api.CursorPage;
import io.dromedary.sandbox.api.Endpoint;
import io.dromedary.sandbox.api.Json;
import io.dromedary.sandbox.api.Tree;
import io.dromedary.sandbox.inventory.HostProcess;
import io.dromedary.sandbox.inventory.Inventory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Processes on the hosts. */
final class ProcessEndpoints {

    private final Inventory inventory;

    ProcessEndpoints(Inventory inventory) {
        this.inventory = inventory;
    }

    List<Endpoint> all() {
        return List.of(Endpoint.get("/api/v2/processes", "processes", this::list));
    }

    /** The last page has a cursor, too; behind it there is nothing, not even {@code meta}: recording. */
    private Json.Text list(Call call) {
        var parameters = call.parameters();
        String search = parameters.text("search").orElse("").toLowerCase(Locale.ROOT);
        var wanted = parameters.words("tags");
        var found = inventory.processes(call.nowMs()).stream()
                .filter(process -> (process.commandLine() + " " + process.user())
                        .toLowerCase(Locale.ROOT)
                        .contains(search))
                .filter(process -> tags(process).containsAll(wanted))
                .toList();
        long size = parameters.number("page[limit]", 1000, 1, 10_000);
        var page = CursorPage.of(
                found, HostProcess::id, parameters.text("page[cursor]").orElse(""), size);
        if (page.items().isEmpty()) {
            return Tree.text(Tree.object("data", List.of()));
        }
        String after =
                CursorPage.cursor(page.items().get(page.items().size() - 1).id());
        return Tree.text(Tree.object(
                "meta",
                Tree.object(
                        "page", Tree.object("after", after, "size", page.items().size())),
                "data",
                page.items().stream()
                        .map(process -> json(process, call.nowMs()))
                        .toList()));
    }

    private static List<String> tags(HostProcess process) {
        var tags = new ArrayList<String>();
        process.host().tags().forEach((key, value) -> tags.add(key + ":" + value));
        tags.add("user:" + process.user());
        tags.add("command:" + process.command());
        tags.add("state_zombie:false");
        return tags;
    }

    private static Map<String, Object> json(HostProcess process, long nowMs) {
        return Tree.object(
                "type",
                "process",
                "id",
                process.id(),
                "attributes",
                Tree.object(
                        "cmdline", process.commandLine(),
                        "timestamp", Times.local(nowMs),
                        "start", Times.local(process.startedMs()),
                        "user", process.user(),
                        "pid", process.pid(),
                        "ppid", process.parent(),
                        "host", process.host().name(),
                        "tags", tags(process)));
    }
}
