// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code {"data":[{"id","attributes":{…,"attributes" or "custom":{…},"tags":[…]}}],"meta":{…}}}, one event after
 * the other. Confined to one reply.
 */
final class EventPageReader {

    /** More tags than Datadog keeps; the rest of an absurd list is left out. */
    private static final int MAX_TAGS = 1_000;

    /** More events than any page of Datadog's has. */
    private static final int MAX_EVENTS = 10_000;

    private final Map<String, String> names = new HashMap<>();
    private final List<Event> events = new ArrayList<>();

    /** A part of an event, while it is read. */
    private static final class Draft {
        private String id = "";
        private final Attributes fields = new Attributes();
        private final Attributes attributes = new Attributes();
        private final List<String> tags = new ArrayList<>();

        private Event event() {
            return new Event(id, fields, attributes, tags);
        }
    }

    /**
     * Reads the whole body.
     *
     * @throws io.dromedary.call.FailedException 400 if the body tells an error, 502 if it is no such reply
     * @throws IOException if the body cannot be received
     */
    static EventPage read(InputStream body) throws IOException {
        var reader = new EventPageReader();
        var meta = MetaReader.read(body, json -> JsonReading.array(json, reader::event));
        return new EventPage(reader.events, meta.cursor(), meta.state());
    }

    private void event(JsonParser json) throws IOException {
        var draft = new Draft();
        JsonReading.object(json, (name, value) -> {
            switch (name) {
                case "id" -> draft.id = JsonReading.text(value);
                case "attributes" -> JsonReading.object(value, (inner, field) -> field(inner, field, draft));
                default -> {}
            }
        });
        if (events.size() == MAX_EVENTS) {
            throw JsonReading.notUnderstood();
        }
        events.add(draft.event());
    }

    private void field(String name, JsonParser json, Draft draft) throws IOException {
        switch (name) {
            case "attributes", "custom" -> new Flattening(draft.attributes, names).read("", json);
            case "tags" ->
                JsonReading.array(json, tag -> {
                    var text = JsonReading.text(tag);
                    if (!text.isEmpty() && draft.tags.size() < MAX_TAGS) {
                        draft.tags.add(names.computeIfAbsent(text, same -> same));
                    }
                });
            default -> new Flattening(draft.fields, names).read(name, json);
        }
    }
}
