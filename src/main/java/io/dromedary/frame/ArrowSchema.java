// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.TimeUnit;
import org.apache.arrow.flatbuf.Timestamp;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Utf8;

/**
 * The schema of a frame, with the metadata in which Grafana keeps what Arrow has no place for. A file holds it twice:
 * as first message and in the footer.
 *
 * <p>Grafana's rules: the nullable flag alone tells values that may be null; times are always read as nanoseconds
 * without a zone; labels, config and meta are JSON.
 */
final class ArrowSchema {

    private final Map<String, String> metadata;
    private final List<ArrowField> fields;

    private ArrowSchema(Map<String, String> metadata, List<ArrowField> fields) {
        this.metadata = metadata;
        this.fields = fields;
    }

    private record ArrowField(String name, Column column, Map<String, String> metadata) {}

    static ArrowSchema of(Frame frame) {
        var metadata = new TreeMap<String, String>();
        metadata.put("name", frame.name());
        metadata.put("refId", frame.refId());
        metadata.put("meta", FrameJson.text(json -> FrameJson.meta(frame.meta(), json)));
        return new ArrowSchema(
                metadata, frame.fields().stream().map(ArrowSchema::field).toList());
    }

    private static ArrowField field(Field field) {
        var metadata = new TreeMap<String, String>();
        if (!field.config().equals(FieldConfig.NONE)) {
            metadata.put("config", FrameJson.text(json -> FrameJson.config(field.config(), json)));
        }
        if (!field.labels().isEmpty()) {
            metadata.put("labels", FrameJson.text(json -> FrameJson.labels(field.labels(), json)));
        }
        metadata.put("tstype", field.column().match(times -> "time", numbers -> "number", texts -> "string"));
        return new ArrowField(field.name(), field.column(), metadata);
    }

    /** Adds the schema to what {@code builder} makes and returns its offset there. */
    int write(FlatBufferBuilder builder) {
        var offsets = new int[fields.size()];
        for (var i = 0; i < offsets.length; i++) {
            offsets[i] = write(fields.get(i), builder);
        }
        var fieldsVector = Schema.createFieldsVector(builder, offsets);
        var metadataVector = Schema.createCustomMetadataVector(builder, keyValues(metadata, builder));
        Schema.startSchema(builder);
        Schema.addEndianness(builder, Endianness.Little);
        Schema.addFields(builder, fieldsVector);
        Schema.addCustomMetadata(builder, metadataVector);
        return Schema.endSchema(builder);
    }

    private static int write(ArrowField field, FlatBufferBuilder builder) {
        var name = string(field.name(), builder);
        var metadata = org.apache.arrow.flatbuf.Field.createCustomMetadataVector(
                builder, keyValues(field.metadata(), builder));
        var children = org.apache.arrow.flatbuf.Field.createChildrenVector(builder, new int[0]);
        var type = type(field.column(), builder);
        org.apache.arrow.flatbuf.Field.startField(builder);
        org.apache.arrow.flatbuf.Field.addName(builder, name);
        org.apache.arrow.flatbuf.Field.addNullable(
                builder, field.column().match(times -> false, numbers -> true, texts -> true));
        org.apache.arrow.flatbuf.Field.addTypeType(
                builder,
                field.column().match(times -> Type.Timestamp, numbers -> Type.FloatingPoint, texts -> Type.Utf8));
        org.apache.arrow.flatbuf.Field.addType(builder, type);
        org.apache.arrow.flatbuf.Field.addChildren(builder, children);
        org.apache.arrow.flatbuf.Field.addCustomMetadata(builder, metadata);
        return org.apache.arrow.flatbuf.Field.endField(builder);
    }

    private static int type(Column column, FlatBufferBuilder builder) {
        return column.match(
                times -> Timestamp.createTimestamp(builder, TimeUnit.NANOSECOND, 0),
                numbers -> FloatingPoint.createFloatingPoint(builder, Precision.DOUBLE),
                texts -> {
                    Utf8.startUtf8(builder);
                    return Utf8.endUtf8(builder);
                });
    }

    private static int[] keyValues(Map<String, String> metadata, FlatBufferBuilder builder) {
        return metadata.entrySet().stream()
                .mapToInt(entry -> KeyValue.createKeyValue(
                        builder, string(entry.getKey(), builder), string(entry.getValue(), builder)))
                .toArray();
    }

    /** Unlike the builder's own encoder, the JDK's replaces half a surrogate pair instead of throwing. */
    private static int string(String text, FlatBufferBuilder builder) {
        return builder.createString(ByteBuffer.wrap(text.getBytes(UTF_8)));
    }
}
