// SPDX-License-Identifier: Apache-2.0
package io.dromedary.autocomplete;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.dromedary.datadog.ReplyErrorException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one page of a list while it arrives, without a tree of it: a host comes with kilobytes about it, of which only
 * the name matters. Members and values of other types than expected are passed over. Confined to one reply.
 */
final class PageReader {

    private static final JsonFactory JSON = new JsonFactory();

    private final List<String> names = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private String cursor = "";
    private long total;

    /** Reads {@code {"data":[{"id"}],"meta":{"pagination":{"next_cursor"}}}}; the cursor is null on the last page. */
    static Page metrics(InputStream body) throws IOException {
        return new PageReader().read(body, (page, name, json) -> {
            switch (name) {
                case "data" -> page.namesFrom("id", json);
                case "meta" ->
                    page.descend(json, "pagination", (same, inner, value) -> {
                        if (inner.equals("next_cursor") && value.currentToken() == JsonToken.VALUE_STRING) {
                            page.cursor = value.getText();
                        }
                    });
                default -> {}
            }
        });
    }

    /** Reads {@code {"host_list":[{"name"}],"total_matching":n}}. */
    static Page hosts(InputStream body) throws IOException {
        return new PageReader().read(body, (page, name, json) -> {
            switch (name) {
                case "host_list" -> page.namesFrom("name", json);
                case "total_matching" -> page.total = json.getValueAsLong();
                default -> {}
            }
        });
    }

    /** Reads {@code {"indexes":[{"name"}]}}. */
    static Page logIndexes(InputStream body) throws IOException {
        return new PageReader().read(body, (page, name, json) -> {
            if (name.equals("indexes")) {
                page.namesFrom("name", json);
            }
        });
    }

    /** Reads {@code {"data":{"attributes":{"tags":["env:prod"]}}}}; other lists of tags there are not searchable. */
    static Page tags(InputStream body) throws IOException {
        return new PageReader().read(body, (page, name, json) -> {
            if (name.equals("data")) {
                page.descend(json, "attributes", (same, inner, value) -> {
                    if (inner.equals("tags")) {
                        page.texts(value, page.names);
                    }
                });
            }
        });
    }

    /** Looks at a member; the parser stands on the first token of its value, and need not be moved. */
    @FunctionalInterface
    private interface Member {
        void read(PageReader page, String name, JsonParser json) throws IOException;
    }

    private Page read(InputStream body, Member member) throws IOException {
        try (var json = JSON.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            members(json, (page, name, value) -> {
                if (name.equals("errors")) {
                    page.texts(value, errors);
                } else {
                    member.read(page, name, value);
                }
            });
            if (names.isEmpty() && !errors.isEmpty()) {
                throw new ReplyErrorException(String.join("; ", errors));
            }
            return new Page(names, cursor, total);
        }
    }

    private void members(JsonParser json, Member member) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            json.nextToken();
            member.read(this, name, json);
            // to the end of the value, unless it was read
            json.skipChildren();
        }
    }

    private void descend(JsonParser json, String wanted, Member member) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            members(json, (page, name, value) -> {
                if (name.equals(wanted) && value.currentToken() == JsonToken.START_OBJECT) {
                    members(value, member);
                }
            });
        }
    }

    private void namesFrom(String wanted, JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                members(json, (page, name, value) -> {
                    if (name.equals(wanted) && value.currentToken() == JsonToken.VALUE_STRING) {
                        names.add(value.getText());
                    }
                });
            } else {
                json.skipChildren();
            }
        }
    }

    /** Takes a text, or those of a list. */
    private void texts(JsonParser json, List<String> into) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            into.add(json.getText());
        }
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.VALUE_STRING) {
                into.add(json.getText());
            } else {
                json.skipChildren();
            }
        }
    }
}
