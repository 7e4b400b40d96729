// SPDX-License-Identifier: Apache-2.0
package io.dromedary.health;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.dromedary.datadog.ReplyErrorException;
import java.io.IOException;
import java.io.InputStream;

/** Reads a reply only to see whether it is one: a login page of a proxy also has status 200. */
final class CheckedReply {

    private static final JsonFactory JSON = new JsonFactory();

    private CheckedReply() {}

    /**
     * Returns true; anything else is thrown.
     *
     * @throws ReplyErrorException if Datadog tells of an error although the status is 200, as queries do
     * @throws IOException if it is not a JSON object, or ends early
     */
    static Boolean read(InputStream body) throws IOException {
        try (var json = JSON.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var name = json.currentName();
                json.nextToken();
                if (name.equals("errors")) {
                    refuse(json);
                }
                json.skipChildren();
            }
            return true;
        }
    }

    private static void refuse(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING && !json.getText().isBlank()) {
            throw new ReplyErrorException(json.getText());
        }
    }
}
