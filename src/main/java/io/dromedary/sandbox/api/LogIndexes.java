// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.sandbox.events.Product;
import io.dromedary.sandbox.story.Event;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The two indexes of logs. A log is in the first one whose filter it matches. */
final class LogIndexes {

    private static final String STAGING = "staging";
    private static final String STAGING_QUERY = "env:staging";
    private static final String MAIN = "main";
    private static final Predicate<Event> IN_STAGING = EventFilter.search(Product.LOGS, STAGING_QUERY);

    private LogIndexes() {}

    static List<Endpoint> all() {
        return List.of(
                Endpoint.get("/api/v1/logs/config/indexes", "logs_config", call -> LogIndexes::write),
                Endpoint.get("/api/v1/logs/config/index-order", "logs_config", call -> out -> {
                    out.writeStartObject();
                    Json.texts(out, "index_names", List.of(STAGING, MAIN));
                    out.writeEndObject();
                }));
    }

    /** The names in a JSON list. */
    static List<String> named(JsonNode list) {
        var names = new ArrayList<String>();
        list.forEach(name -> names.add(name.asText()));
        return names;
    }

    /** Whether a log is in any of the indexes; all of them when there is no name, or the name {@code *}. */
    static Predicate<Event> in(List<String> names) {
        if (names.isEmpty() || names.contains("*")) {
            return log -> true;
        }
        boolean staging = names.contains(STAGING);
        boolean main = names.contains(MAIN);
        return log -> IN_STAGING.test(log) ? staging : main;
    }

    private static void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("indexes");
        index(out, STAGING, STAGING_QUERY, 3);
        index(out, MAIN, "", 15);
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void index(JsonGenerator out, String name, String query, int days) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", name);
        out.writeObjectFieldStart("filter");
        out.writeStringField("query", query);
        out.writeEndObject();
        out.writeNumberField("num_retention_days", days);
        out.writeNumberField("daily_limit", 200_000_000);
        out.writeBooleanField("is_rate_limited", false);
        Json.texts(out, "exclusion_filters", List.of());
        out.writeEndObject();
    }
}
