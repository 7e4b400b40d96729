// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON in and out. Object members keep the order they are written in. */
public final class Json {

    /** Up to here each whole number is a double, so none is written with a fraction. */
    private static final double WHOLE = 1L << 53;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private static final ObjectMapper MAPPER = JsonMapper.builder(FACTORY).build();

    private Json() {}

    /** Writes a text. */
    public interface Text {
        void write(JsonGenerator out) throws IOException;
    }

    public static byte[] bytes(Text text) {
        try (var buffer = new ByteArrayBuilder(4096)) {
            try (var out = FACTORY.createGenerator(buffer)) {
                text.write(out);
            }
            return buffer.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a body; refuses what is no JSON object or list. */
    static JsonNode read(byte[] body) {
        try {
            var node = MAPPER.readTree(body);
            if (node != null && node.isContainerNode()) {
                return node;
            }
        } catch (IOException e) {
            throw RefusedCallException.badInput("Invalid JSON.");
        }
        throw RefusedCallException.badInput("Invalid JSON.");
    }

    /** Reads a body; refuses what is no JSON object. */
    public static JsonNode object(byte[] body) {
        var node = read(body);
        if (!node.isObject()) {
            throw RefusedCallException.badInput("Invalid JSON. Expected an object.");
        }
        return node;
    }

    /** Writes a value as Datadog does: null where there is none, whole numbers without a fraction. */
    public static void value(JsonGenerator out, double value) throws IOException {
        if (!Double.isFinite(value)) {
            out.writeNull();
        } else if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
            out.writeNumber((long) value);
        } else {
            out.writeNumber(value);
        }
    }

    public static void texts(JsonGenerator out, String field, Iterable<String> texts) throws IOException {
        out.writeArrayFieldStart(field);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }
}
