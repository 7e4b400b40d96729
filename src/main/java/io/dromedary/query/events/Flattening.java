// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Map;

/**
 * Makes nested JSON flat: {@code {"http":{"method":"GET"}}} is {@code GET} at {@code http.method}. Texts and numbers of
 * an array are joined by commas, also those of objects in an array, as Datadog's facets see them. What is nested too
 * deep, too many values, and the rest of very long ones are left out. Confined to one event.
 */
final class Flattening {

    private static final int MAX_DEPTH = 20;
    private static final int MAX_VALUES = 1_000;

    /** A message may be as long as Datadog lets it be (1 MB). */
    private static final int MAX_TEXT = 1 << 20;

    private static final int MAX_JOINED = 4_096;
    private static final int MAX_PATH = 1_000;

    private final Attributes target;
    private final Map<String, String> names;
    private int depth;
    private int arrays;

    /** @param names paths that were seen in this reply, so that each is held once */
    Flattening(Attributes target, Map<String, String> names) {
        this.target = target;
        this.names = names;
    }

    void read(String path, JsonParser json) throws IOException {
        switch (json.currentToken()) {
            case START_OBJECT -> object(path, json);
            case START_ARRAY -> array(path, json);
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                add(path, json.getText());
            default -> {}
        }
    }

    private void object(String path, JsonParser json) throws IOException {
        if (depth == MAX_DEPTH) {
            json.skipChildren();
            return;
        }
        depth++;
        JsonReading.object(json, (name, value) -> read(name(path.isEmpty() ? name : path + "." + name), value));
        depth--;
    }

    private void array(String path, JsonParser json) throws IOException {
        arrays++;
        JsonReading.array(json, element -> {
            if (depth < MAX_DEPTH) {
                depth++;
                read(path, element);
                depth--;
            }
        });
        arrays--;
    }

    private void add(String path, String value) {
        if (target.size() < MAX_VALUES && path.length() <= MAX_PATH) {
            var text = value.length() <= MAX_TEXT ? value : value.substring(0, MAX_TEXT) + "\u2026";
            if (arrays > 0) {
                target.join(path, text, MAX_JOINED);
            } else {
                target.add(path, text);
            }
        }
    }

    private String name(String path) {
        return path.length() > MAX_PATH ? path : names.computeIfAbsent(path, same -> same);
    }
}
