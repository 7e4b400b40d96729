// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ways to ask a sandbox for events. */
final class Events {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Sandbox sandbox;
    private final String path;

    /** @param path of the search, for example {@code /api/v2/logs/events/search} */
    Events(Sandbox sandbox, String path) {
        this.sandbox = sandbox;
        this.path = path;
    }

    static Events logs(Sandbox sandbox) {
        return new Events(sandbox, "/api/v2/logs/events/search");
    }

    static Events spans(Sandbox sandbox) {
        return new Events(sandbox, "/api/v2/spans/events/search");
    }

    /** A page. */
    Sandbox.Answer page(String query, String from, String to, int limit, String sort, String cursor) {
        var page = new LinkedHashMap<String, Object>(Map.of("limit", limit));
        if (!cursor.isEmpty()) {
            page.put("cursor", cursor);
        }
        return sandbox.post(
                path,
                body(Map.of("filter", Map.of("query", query, "from", from, "to", to), "page", page, "sort", sort)));
    }

    private String body(Map<String, Object> question) {
        boolean spans = path.contains("spans");
        return JSON.valueToTree(
                        spans ? Map.of("data", Map.of("type", "search_request", "attributes", question)) : question)
                .toString();
    }

    /** All events of a window, page by page. */
    List<JsonNode> all(String query, String from, String to, int limit, String sort) {
        var all = new ArrayList<JsonNode>();
        String cursor = "";
        for (int page = 0; page < 500; page++) {
            var answer = page(query, from, to, limit, sort, cursor);
            if (answer.status() != 200) {
                throw new AssertionError(answer.json());
            }
            if (answer.json().path("data").isEmpty()) {
                return all;
            }
            answer.json().path("data").forEach(all::add);
            cursor = answer.json().at("/meta/page/after").asText();
        }
        throw new AssertionError("pages without end");
    }

    List<JsonNode> all(String query, Instant from, Instant to) {
        return all(query, from.toString(), to.toString(), 1000, "-timestamp");
    }

    /** The events of the last quarter of an hour. */
    List<JsonNode> recent(String query) {
        return all(query, "now-15m", "now", 1000, "-timestamp");
    }
}
