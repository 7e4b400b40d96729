// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON made of maps, lists and values, for replies that are small enough to be built before they are written. */
public final class Tree {

    private Tree() {}

    /**
     * An object.
     *
     * @param namesAndValues in turn; a value is null, a text, a number, a boolean, an {@link Iterable} or another
     *     object
     */
    public static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("a name without a value");
        }
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return object;
    }

    public static Json.Text text(@Nullable Object tree) {
        return out -> write(out, tree);
    }

    static void write(JsonGenerator out, @Nullable Object tree) throws IOException {
        if (tree == null) {
            out.writeNull();
        } else if (tree instanceof Map<?, ?> object) {
            writeObject(out, object);
        } else if (tree instanceof Iterable<?> list) {
            out.writeStartArray();
            for (var item : list) {
                write(out, item);
            }
            out.writeEndArray();
        } else if (tree instanceof Double number) {
            writeNumber(out, number);
        } else if (tree instanceof Number number) {
            out.writeNumber(number.longValue());
        } else if (tree instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else {
            out.writeString(tree.toString());
        }
    }

    private static void writeObject(JsonGenerator out, Map<?, ?> object) throws IOException {
        out.writeStartObject();
        for (var member : object.entrySet()) {
            out.writeFieldName(String.valueOf(member.getKey()));
            write(out, member.getValue());
        }
        out.writeEndObject();
    }

    /** As these products write: {@code 95.0}, and null where there is no number. */
    private static void writeNumber(JsonGenerator out, double number) throws IOException {
        if (Double.isFinite(number)) {
            out.writeNumber(number);
        } else {
            out.writeNull();
        }
    }
}
