// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import com.google.flatbuffers.FlatBufferBuilder;
import org.apache.arrow.flatbuf.Binary;
import org.apache.arrow.flatbuf.Bool;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.TimeUnit;
import org.apache.arrow.flatbuf.Timestamp;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Utf8;

/**
 * Writes the type of a column into a schema. Grafana's readers know these five of Arrow's types and no near relative.
 */
final class ArrowType implements Column.Cases<ArrowType.Written> {

    private final FlatBufferBuilder builder;

    ArrowType(FlatBufferBuilder builder) {
        this.builder = builder;
    }

    /**
     * A type in the schema.
     *
     * @param id one of {@link Type}
     * @param offset of its description
     */
    record Written(byte id, int offset) {}

    @Override
    public Written times(Column.Times times) {
        return timestamp();
    }

    @Override
    public Written moments(Column.Moments moments) {
        return timestamp();
    }

    @Override
    public Written numbers(Column.Numbers numbers) {
        return new Written(Type.FloatingPoint, FloatingPoint.createFloatingPoint(builder, Precision.DOUBLE));
    }

    @Override
    public Written flags(Column.Flags flags) {
        Bool.startBool(builder);
        return new Written(Type.Bool, Bool.endBool(builder));
    }

    @Override
    public Written texts(Column.Texts texts) {
        Utf8.startUtf8(builder);
        return new Written(Type.Utf8, Utf8.endUtf8(builder));
    }

    @Override
    public Written documents(Column.Documents documents) {
        Binary.startBinary(builder);
        return new Written(Type.Binary, Binary.endBinary(builder));
    }

    private Written timestamp() {
        return new Written(Type.Timestamp, Timestamp.createTimestamp(builder, TimeUnit.NANOSECOND, 0));
    }
}
