// SPDX-License-Identifier: Apache-2.0
package io.dromedary.autocomplete;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one page of what has an id and a name, as {@code id:name}, while it arrives: all else that a monitor comes with
 * is passed over. Confined to one reply.
 */
final class NamedPageReader {

    private static final JsonFactory JSON = new JsonFactory();

    private final List<String> named = new ArrayList<>();

    private final String idMember;

    /** @param idMember what an id is called */
    private NamedPageReader(String idMember) {
        this.idMember = idMember;
    }

    /** Reads {@code [{"id":1,"name":"…"}]}. */
    static Page monitors(InputStream body) throws IOException {
        try (var json = JSON.createParser(body)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw new IOException("not a JSON array");
            }
            return new NamedPageReader("id").elements(json);
        }
    }

    /** Reads {@code {"data":[{"id":"…","name":"…"}]}}. */
    static Page slos(InputStream body) throws IOException {
        return within("data", new NamedPageReader("id"), body);
    }

    /** Reads {@code {"tests":[{"public_id":"…","name":"…"}]}}. */
    static Page tests(InputStream body) throws IOException {
        return within("tests", new NamedPageReader("public_id"), body);
    }

    private static Page within(String list, NamedPageReader reader, InputStream body) throws IOException {
        try (var json = JSON.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            var page = new Page(List.of(), "", 0);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var wanted = json.currentName().equals(list);
                if (json.nextToken() == JsonToken.START_ARRAY && wanted) {
                    page = reader.elements(json);
                } else {
                    json.skipChildren();
                }
            }
            return page;
        }
    }

    private Page elements(JsonParser json) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                element(json);
            } else {
                json.skipChildren();
            }
        }
        return new Page(named, "", 0);
    }

    private void element(JsonParser json) throws IOException {
        var id = "";
        var name = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var member = json.currentName();
            var token = json.nextToken();
            if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                id = member.equals(idMember) ? json.getText() : id;
                name = member.equals("name") ? json.getText() : name;
            } else {
                json.skipChildren();
            }
        }
        named.add(id + ":" + name);
    }
}
