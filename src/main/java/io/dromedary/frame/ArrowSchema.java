// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import com.google.flatbuffers.FlatBufferBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Schema;

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
        metadata.put("tstype", ColumnType.of(field.column()).type());
        return new ArrowField(field.name(), field.column(), metadata);
    }

    /** Adds the schema to what {@code builder} makes and returns its offset there. */
    int write(FlatBufferBuilder builder) {
        var offsets = new int[fields.size()];
        for (var i = 0; i < offsets.length; i++) {
            offsets[i] = fields.get(i).write(builder);
        }
        var fieldsVector = Schema.createFieldsVector(builder, offsets);
        var metadataVector = Schema.createCustomMetadataVector(builder, ArrowField.keyValues(metadata, builder));
        Schema.startSchema(builder);
        Schema.addEndianness(builder, Endianness.Little);
        Schema.addFields(builder, fieldsVector);
        Schema.addCustomMetadata(builder, metadataVector);
        return Schema.endSchema(builder);
    }
}
