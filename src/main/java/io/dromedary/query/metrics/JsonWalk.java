// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import io.dromedary.call.TooLargeException;
import io.dromedary.datadog.ReplyFailures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks through a JSON text once, strictly: a value of another kind than asked for is a {@link FailedException}. The
 * replies to event-like products are read leniently instead, by a reader of their own: alert rules stand on a metric's
 * numbers, and one that is not understood must not look like none. Each method begins on the first token of a value and
 * ends on its last. Confined to the thread that reads.
 */
final class JsonWalk {

    /** Far more than 3,000 series of 1,500 points; keeps an absurd reply from filling the memory. */
    private static final int MAX_ELEMENTS = 5_000_000;

    private final JsonParser json;
    private int elements;

    JsonWalk(JsonParser json) {
        this.json = json;
    }

    /** Reads the value of one member. */
    @FunctionalInterface
    interface Member {
        void read(String name) throws IOException;
    }

    /** Reads one element of an array. */
    @FunctionalInterface
    interface Element<T> {
        T read() throws IOException;
    }

    /** Reads the only value of the text, an object. */
    void document(Member member) throws IOException {
        json.nextToken();
        object(member);
        if (json.nextToken() != null) {
            throw malformed();
        }
    }

    void object(Member member) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw malformed();
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var name = json.currentName();
            json.nextToken();
            member.read(name);
        }
    }

    /** Returns the elements of an array; none for null. */
    <T> List<T> list(Element<T> element) throws IOException {
        var list = new ArrayList<T>();
        if (entersArray()) {
            while (nextElement()) {
                list.add(element.read());
            }
        }
        return list;
    }

    /** Returns whether an array begins, to be read with {@link #nextElement}; null stands for an empty one. */
    boolean entersArray() {
        return switch (json.currentToken()) {
            case START_ARRAY -> true;
            case VALUE_NULL -> false;
            default -> throw malformed();
        };
    }

    /** Goes to the next element; false at the end of the array. */
    boolean nextElement() throws IOException {
        if (json.nextToken() == JsonToken.END_ARRAY) {
            return false;
        }
        if (++elements > MAX_ELEMENTS) {
            throw new TooLargeException(new Failure(
                    502,
                    Source.DOWNSTREAM,
                    "Datadog's answer has too many points: group by fewer tags, filter more or choose a shorter time"
                            + " range"));
        }
        return true;
    }

    /** Returns a number, or {@code whenNull}. */
    double number(double whenNull) throws IOException {
        return json.currentToken() == JsonToken.VALUE_NULL
                ? whenNull
                : numeric().getDoubleValue();
    }

    /** Returns a whole number; a fraction is cut off. */
    long wholeNumber() throws IOException {
        return numeric().getLongValue();
    }

    /** Returns a text, empty for null. */
    String text() throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getText();
            case VALUE_NULL -> "";
            default -> throw malformed();
        };
    }

    boolean isNull() {
        return json.currentToken() == JsonToken.VALUE_NULL;
    }

    boolean isArray() {
        return json.currentToken() == JsonToken.START_ARRAY;
    }

    boolean isText() {
        return json.currentToken() == JsonToken.VALUE_STRING;
    }

    void skip() throws IOException {
        json.skipChildren();
    }

    static FailedException malformed() {
        return new FailedException(ReplyFailures.notUnderstood());
    }

    private JsonParser numeric() {
        if (!json.currentToken().isNumeric()) {
            throw malformed();
        }
        return json;
    }
}
