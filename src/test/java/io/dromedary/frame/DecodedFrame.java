// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.TimeStampNanoVector;
import org.apache.arrow.vector.VarBinaryVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.SeekableReadChannel;
import org.apache.arrow.vector.ipc.message.ArrowBlock;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.arrow.vector.util.ByteArrayReadableSeekableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * An Arrow file as Arrow's own reader understands it.
 *
 * @param batches how many record batches it has
 * @param columns the values of each field, {@code null} where the validity bitmap says so
 */
record DecodedFrame(Schema schema, int batches, List<List<@Nullable Object>> columns) {

    static DecodedFrame of(byte[] file) {
        try (var memory = new RootAllocator(64 << 20);
                SeekableByteChannel channel = new ByteArrayReadableSeekableByteChannel(file);
                var reader = new ArrowFileReader(new SeekableReadChannel(channel), memory)) {
            var root = reader.getVectorSchemaRoot();
            List<ArrowBlock> blocks = reader.getRecordBlocks();
            var columns = new ArrayList<List<@Nullable Object>>();
            root.getFieldVectors().forEach(vector -> columns.add(new ArrayList<>()));
            while (reader.loadNextBatch()) {
                for (var i = 0; i < columns.size(); i++) {
                    var vector = root.getVector(i);
                    for (var row = 0; row < vector.getValueCount(); row++) {
                        columns.get(i).add(value(vector, row));
                    }
                }
            }
            return new DecodedFrame(root.getSchema(), blocks.size(), columns);
        } catch (IOException e) {
            throw new AssertionError("Arrow cannot read the file", e);
        }
    }

    private static @Nullable Object value(FieldVector vector, int row) {
        if (vector.isNull(row)) {
            return null;
        }
        if (vector instanceof TimeStampNanoVector times) {
            return times.get(row);
        }
        if (vector instanceof VarBinaryVector documents) {
            return new String(documents.get(row), UTF_8);
        }
        return vector instanceof VarCharVector texts ? new String(texts.get(row), UTF_8) : vector.getObject(row);
    }

    Map<String, String> metadata() {
        return schema.getCustomMetadata();
    }

    org.apache.arrow.vector.types.pojo.Field field(int index) {
        return schema.getFields().get(index);
    }
}
