// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import static io.dromedary.query.events.EventRequests.object;

import com.fasterxml.jackson.core.JsonGenerator;
import io.dromedary.query.Tag;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.TreeSet;

/** What a log line has beside its message, as one flat JSON object of texts. */
final class LogLabels {

    /** Fields that stand in columns of their own. */
    private static final Set<String> ELSEWHERE = Set.of("message", "timestamp");

    private static final int MAX_VALUE = 4_096;

    private LogLabels() {}

    /** A label named like an earlier one is left out. */
    static String json(Event event) {
        return object(json -> {
            var seen = new HashSet<>(ELSEWHERE);
            write(event.fields(), "", seen, json);
            writeTags(event, seen, json);
            write(event.attributes(), "@", seen, json);
        });
    }

    private static void write(Attributes attributes, String prefix, Set<String> seen, JsonGenerator json)
            throws IOException {
        for (var i = 0; i < attributes.size(); i++) {
            write(prefix + attributes.path(i), attributes.value(i), seen, json);
        }
    }

    private static void writeTags(Event event, Set<String> seen, JsonGenerator json) throws IOException {
        var values = new LinkedHashMap<String, Set<String>>();
        for (var text : event.tags()) {
            var tag = Tag.of(text);
            values.computeIfAbsent(tag.key(), unused -> new TreeSet<>()).add(tag.value());
        }
        for (var tag : values.entrySet()) {
            write(tag.getKey(), String.join(", ", tag.getValue()), seen, json);
        }
    }

    private static void write(String name, String value, Set<String> seen, JsonGenerator json) throws IOException {
        if (seen.add(name)) {
            json.writeStringField(name, value.length() <= MAX_VALUE ? value : value.substring(0, MAX_VALUE) + "\u2026");
        }
    }
}
