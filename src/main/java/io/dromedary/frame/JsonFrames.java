// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.Arrays;
import java.util.List;

/**
 * Writes frames in Grafana's JSON form: the schema before the data, values by column, times in milliseconds with an
 * array of their nanoseconds where they have any. Stateless; nothing is held back, so a large answer streams.
 */
public final class JsonFrames {

    private static final int NANOS_PER_MILLI = 1_000_000;

    /**
     * Writes an array of frames, and flushes but does not close {@code out}.
     *
     * @throws IOException if {@code out} fails
     */
    public void write(List<Frame> frames, OutputStream out) throws IOException {
        // through a Writer, which replaces half a surrogate pair where Jackson's own encoder would throw
        var writer = new OutputStreamWriter(out, UTF_8);
        try (var json = FrameJson.factory().createGenerator(writer)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartArray();
            for (var frame : frames) {
                write(frame, json);
            }
            json.writeEndArray();
        }
        writer.flush();
    }

    /**
     * Writes one frame as the next value of {@code json}, for answers that hold more than frames.
     *
     * @throws IOException if the target of {@code json} fails
     */
    public void write(Frame frame, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeFieldName("schema");
        writeSchema(frame, json);
        json.writeFieldName("data");
        writeData(frame, json);
        json.writeEndObject();
    }

    private static void writeSchema(Frame frame, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", frame.name());
        json.writeStringField("refId", frame.refId());
        json.writeFieldName("meta");
        FrameJson.meta(frame.meta(), json);
        json.writeArrayFieldStart("fields");
        for (var field : frame.fields()) {
            writeField(field, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeField(Field field, JsonGenerator json) throws IOException {
        var type = ColumnType.of(field.column());
        json.writeStartObject();
        json.writeStringField("name", field.name());
        json.writeStringField("type", type.type());
        json.writeObjectFieldStart("typeInfo");
        json.writeStringField("frame", type.goType());
        json.writeBooleanField("nullable", type.nullable());
        json.writeEndObject();
        if (!field.labels().isEmpty()) {
            json.writeFieldName("labels");
            FrameJson.labels(field.labels(), json);
        }
        if (!field.config().equals(FieldConfig.NONE)) {
            json.writeFieldName("config");
            FrameJson.config(field.config(), json);
        }
        json.writeEndObject();
    }

    private static void writeData(Frame frame, JsonGenerator json) throws IOException {
        json.writeStartObject();
        writeColumns("values", frame, JsonValues::of, json);
        if (frame.fields().stream().anyMatch(field -> hasNanos(field.column()))) {
            writeColumns("nanos", frame, JsonFrames::nanos, json);
        }
        if (frame.fields().stream().anyMatch(field -> hasInfinity(field.column()))) {
            writeColumns("entities", frame, JsonFrames::entities, json);
        }
        json.writeEndObject();
    }

    /** Chooses what to write of a column. */
    @FunctionalInterface
    private interface Aspect {
        FrameJson.Part of(Column column);
    }

    private static void writeColumns(String name, Frame frame, Aspect aspect, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (var field : frame.fields()) {
            aspect.of(field.column()).write(json);
        }
        json.writeEndArray();
    }

    private static boolean hasNanos(Column column) {
        return column instanceof Column.Times times
                && Arrays.stream(times.epochNanos()).anyMatch(nanos -> nanos % NANOS_PER_MILLI != 0);
    }

    private static FrameJson.Part nanos(Column column) {
        return json -> {
            if (column instanceof Column.Times times) {
                json.writeStartArray();
                for (var nanos : times.epochNanos()) {
                    json.writeNumber(Math.floorMod(nanos, NANOS_PER_MILLI));
                }
                json.writeEndArray();
            } else {
                json.writeNull();
            }
        };
    }

    private static boolean hasInfinity(Column column) {
        return column instanceof Column.Numbers numbers
                && Arrays.stream(numbers.values()).anyMatch(Double::isInfinite);
    }

    private static FrameJson.Part entities(Column column) {
        return json -> {
            if (column instanceof Column.Numbers numbers) {
                json.writeStartObject();
                writeRowsOf(Double.POSITIVE_INFINITY, "Inf", numbers.values(), json);
                writeRowsOf(Double.NEGATIVE_INFINITY, "NegInf", numbers.values(), json);
                json.writeEndObject();
            } else {
                json.writeNull();
            }
        };
    }

    private static void writeRowsOf(double wanted, String name, double[] values, JsonGenerator json)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (var row = 0; row < values.length; row++) {
            if (values[row] == wanted) {
                json.writeNumber(row);
            }
        }
        json.writeEndArray();
    }
}
