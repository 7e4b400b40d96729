// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.sandbox.api.Call;
import io.dromedary.sandbox.api.Endpoint;
import io.dromedary.sandbox.api.Json;
import io.dromedary.sandbox.api.RefusedCallException;
import io.dromedary.sandbox.api.Tree;
import io.dromedary.sandbox.issue.Issues;
import io.dromedary.sandbox.issue.Occurrences;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Errors that happen again and again. The tracks of traces and logs show the same, RUM only those of the web pages. */
final class ErrorTrackingEndpoints {

    private static final Set<String> TRACKS = Set.of("trace", "logs", "rum");
    private static final int MOST = 100;

    private final Issues issues;

    ErrorTrackingEndpoints(Issues issues) {
        this.issues = issues;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.post("/api/v2/error-tracking/issues/search", "error_tracking", this::search),
                Endpoint.get("/api/v2/error-tracking/issues/*", "error_tracking", this::get));
    }

    private static RefusedCallException refused(String detail) {
        return RefusedCallException.jsonApi(400, "Bad Request", detail);
    }

    private Json.Text search(Call call) {
        var attributes = Json.object(call.body()).path("data").path("attributes");
        String track = track(attributes);
        long from = milliseconds(attributes, "from");
        long to = milliseconds(attributes, "to");
        if (from >= to) {
            throw refused("from must be before to");
        }
        var search = ListSearch.of(attributes.path("query").asText("*"));
        var found = issues.between(from, to, call.nowMs()).stream()
                .filter(one -> !track.equals("rum") || one.issue().service().equals("web"))
                .filter(one -> search.test(IssueJson.listed(one, call.nowMs())))
                .filter(one -> isWanted(one, attributes.path("states"), call.nowMs()))
                .sorted(order(attributes.path("order_by").asText("TOTAL_COUNT")))
                .limit(MOST)
                .toList();
        var reply = Tree.object("data", found.stream().map(IssueJson::found).toList());
        if (call.parameters().words("include").contains("issue")) {
            reply.put(
                    "included",
                    found.stream()
                            .map(one -> IssueJson.issue(one, call.nowMs()))
                            .toList());
        }
        return Tree.text(reply);
    }

    /** By the name of a track or of a persona, which stands for one. */
    private static String track(JsonNode attributes) {
        String persona = attributes.path("persona").asText("");
        String track = attributes.path("track").asText("");
        if (track.isEmpty()) {
            return switch (persona) {
                case "BROWSER", "MOBILE" -> "rum";
                case "ALL", "BACKEND" -> "trace";
                default -> throw refused("either track or persona is required");
            };
        }
        if (!TRACKS.contains(track)) {
            // recording: issues search, bad request
            throw refused("invalid json value for TrackType: " + track);
        }
        return track;
    }

    private static long milliseconds(JsonNode attributes, String field) {
        var value = attributes.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 0) {
            throw refused("invalid value of " + field + ": epoch milliseconds are expected");
        }
        return value.asLong();
    }

    private static boolean isWanted(Occurrences one, JsonNode states, long nowMs) {
        if (states.isEmpty()) {
            return true;
        }
        for (var state : states) {
            if (state.asText().equals(IssueJson.state(one, nowMs))) {
                return true;
            }
        }
        return false;
    }

    private static Comparator<Occurrences> order(String by) {
        Comparator<Occurrences> order = switch (by) {
            case "TOTAL_COUNT", "IMPACTED_SESSIONS", "PRIORITY" -> Comparator.comparingLong(Occurrences::count);
            case "FIRST_SEEN" -> Comparator.comparingLong(Occurrences::firstSeenMs);
            default -> throw refused("invalid json value for OrderBy: " + by);
        };
        return order.reversed().thenComparing(one -> one.issue().id());
    }

    private Json.Text get(Call call) {
        var issue = issues.all().stream()
                .filter(one -> one.id().equals(call.name()))
                .findFirst()
                .orElseThrow(() -> RefusedCallException.jsonApi(404, "Not Found", "issue not found"));
        return Tree.text(Tree.object("data", IssueJson.issue(issues.seen(issue, 0, call.nowMs()), call.nowMs())));
    }
}
