// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.dromedary.call.FailedException;
import io.dromedary.datadog.ReplyFailures;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks through a reply once, while it arrives. What is unknown, or of another type than expected, is passed over.
 * Replies to metric queries are read strictly instead, by a reader of their own: what an event holds is up to whoever
 * sent it, and one odd attribute must not cost all others. Confined to one reply.
 */
final class JsonReading {

    private static final int MAX_DEPTH = 500;

    /** More than 10,000 groups of 150 points; keeps an absurd reply from filling the memory. */
    private static final long MAX_TOKENS = 10_000_000;

    /** Made with the first reply, not at the start. */
    private static final class Json {
        static final JsonFactory FACTORY = new JsonFactoryBuilder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxTokenCount(MAX_TOKENS)
                        .build())
                .build();
    }

    /** Looks at a member; the parser stands on the first token of its value, and need not be moved. */
    @FunctionalInterface
    interface Member {
        void read(String name, JsonParser json) throws IOException;
    }

    /** Looks at an element; the parser stands on its first token, and need not be moved. */
    @FunctionalInterface
    interface Element {
        void read(JsonParser json) throws IOException;
    }

    private JsonReading() {}

    /**
     * Reads the members of the object that is the whole body.
     *
     * @throws FailedException 502 if it is no JSON object
     * @throws IOException if the body cannot be received
     */
    static void document(InputStream body, Member member) throws IOException {
        try (var json = Json.FACTORY.createParser(body)) {
            json.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw notUnderstood();
            }
            object(json, member);
        } catch (JsonProcessingException malformed) {
            throw new FailedException(ReplyFailures.notUnderstood(), malformed);
        }
    }

    static FailedException notUnderstood() {
        return new FailedException(ReplyFailures.notUnderstood());
    }

    /** Returns the failure that a text in a reply of status 200 tells. */
    static FailedException refused(List<String> errors) {
        return new FailedException(ReplyFailures.refused(String.join("; ", errors)));
    }

    /** Reads the members of an object; nothing for another value. */
    static void object(JsonParser json, Member member) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            json.nextToken();
            member.read(name, json);
            json.skipChildren(); // unless it was read
        }
    }

    /** Reads the elements of an array; nothing for another value. */
    static void array(JsonParser json, Element element) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            element.read(json);
            json.skipChildren();
        }
    }

    /** Returns a text as {@link #text} does; that of a list its elements', with commas between them. */
    static String joined(JsonParser json) throws IOException {
        var texts = new ArrayList<String>();
        array(json, element -> texts.add(text(element)));
        return texts.isEmpty() ? text(json) : String.join(", ", texts);
    }

    /** Returns a number, be it written as a text; NaN for all else. */
    static double number(JsonParser json) throws IOException {
        try {
            return Double.parseDouble(text(json));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Returns a text, a number or a flag as it is written; empty for all else. */
    static String text(JsonParser json) throws IOException {
        return json.currentToken().isScalarValue() && json.currentToken() != JsonToken.VALUE_NULL ? json.getText() : "";
    }
}
