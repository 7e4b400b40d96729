// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.KeyValue;

/** A field as Arrow's schema describes it: name, type by the kind of column, metadata. */
record ArrowField(String name, Column column, Map<String, String> metadata) {

    /** Adds the field to what {@code builder} makes and returns its offset there. */
    int write(FlatBufferBuilder builder) {
        var nameOffset = string(name, builder);
        var metadataVector = Field.createCustomMetadataVector(builder, keyValues(metadata, builder));
        var children = Field.createChildrenVector(builder, new int[0]);
        var type = column.match(new ArrowType(builder));
        Field.startField(builder);
        Field.addName(builder, nameOffset);
        Field.addNullable(builder, ColumnType.of(column).nullable());
        Field.addTypeType(builder, type.id());
        Field.addType(builder, type.offset());
        Field.addChildren(builder, children);
        Field.addCustomMetadata(builder, metadataVector);
        return Field.endField(builder);
    }

    static int[] keyValues(Map<String, String> metadata, FlatBufferBuilder builder) {
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
