// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.RecordBatch;

/**
 * Writes a frame as a complete Arrow IPC file, which is how Grafana takes frames over gRPC; or piece by piece as an
 * Arrow IPC stream. Stateless.
 *
 * <p>Everything is measured first, so the bytes are allocated once at their final size and numbers are copied into them
 * in bulk. The layout is written here with Arrow's own schema classes only; docs/decisions tells why not with its
 * vectors.
 *
 * <p>The file: magic, schema message, at most one record batch (none for a frame without rows), end of stream, footer,
 * length of the footer, magic. A message is a continuation marker, the length of its padded metadata, metadata, body.
 */
public final class ArrowFrames implements TableWriter {

    private static final byte[] MAGIC = "ARROW1".getBytes(US_ASCII);
    private static final int CONTINUATION = 0xFFFFFFFF;
    private static final int PREFIX_LENGTH = 8;

    /**
     * Returns the file.
     *
     * @throws ArithmeticException if it would not fit into an array (2 GiB)
     */
    public byte[] write(Frame frame) {
        var schema = ArrowSchema.of(frame);
        var columns = columns(frame);
        var schemaMessage = schemaMessage(schema);
        var batchMessage = columns.isEmpty() ? ByteBuffer.allocate(0) : batchMessage(columns);
        var bodyLength = bodyLength(columns);

        var batchStart = PREFIX_LENGTH + messageLength(schemaMessage);
        var footer = footer(schema, columns.isEmpty() ? 0 : batchStart, messageLength(batchMessage), bodyLength);
        var length = batchStart + messageLength(batchMessage) + 8 + footer.remaining() + 4 + MAGIC.length;
        var file = ByteBuffer.allocate(Math.addExact(length, bodyLength)).order(ByteOrder.LITTLE_ENDIAN);

        file.put(MAGIC).putShort((short) 0);
        putMessage(schemaMessage, file);
        putMessage(batchMessage, file);
        columns.forEach(column -> column.buffers().forEach(buffer -> putBuffer(buffer, file)));
        file.putInt(CONTINUATION).putInt(0);
        var footerLength = footer.remaining();
        file.put(footer).putInt(footerLength).put(MAGIC);
        return file.array();
    }

    @Override
    public byte[] begin(Frame table) {
        var schema = schemaMessage(ArrowSchema.of(table));
        var out = ByteBuffer.allocate(messageLength(schema)).order(ByteOrder.LITTLE_ENDIAN);
        putMessage(schema, out);
        return out.array();
    }

    @Override
    public byte[] rows(Frame slice) {
        var columns = columns(slice);
        if (columns.isEmpty()) {
            return new byte[0];
        }
        var batch = batchMessage(columns);
        var length = Math.addExact(messageLength(batch), bodyLength(columns));
        var out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        putMessage(batch, out);
        columns.forEach(column -> column.buffers().forEach(buffer -> putBuffer(buffer, out)));
        return out.array();
    }

    @Override
    public byte[] end() {
        return ByteBuffer.allocate(PREFIX_LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(CONTINUATION)
                .putInt(0)
                .array();
    }

    private static List<ArrowColumn> columns(Frame frame) {
        return frame.rows() == 0
                ? List.of()
                : frame.fields().stream()
                        .map(field -> ArrowColumn.of(field.column()))
                        .toList();
    }

    private static int bodyLength(List<ArrowColumn> columns) {
        return columns.stream()
                .flatMap(column -> column.buffers().stream())
                .mapToInt(ArrowColumn.Buffer::paddedLength)
                .reduce(0, Math::addExact);
    }

    private static ByteBuffer schemaMessage(ArrowSchema schema) {
        var builder = new FlatBufferBuilder(1024);
        return message(builder, MessageHeader.Schema, schema.write(builder), 0);
    }

    private static ByteBuffer batchMessage(List<ArrowColumn> columns) {
        var builder = new FlatBufferBuilder(512);
        RecordBatch.startNodesVector(builder, columns.size());
        for (var i = columns.size() - 1; i >= 0; i--) { // FlatBuffers are built from their end
            FieldNode.createFieldNode(
                    builder, columns.get(i).rows(), columns.get(i).nulls());
        }
        var nodes = builder.endVector();
        var buffers =
                columns.stream().flatMap(column -> column.buffers().stream()).toList();
        var end = buffers.stream().mapToLong(ArrowColumn.Buffer::paddedLength).sum();
        var bodyLength = end;
        RecordBatch.startBuffersVector(builder, buffers.size());
        for (var i = buffers.size() - 1; i >= 0; i--) {
            end -= buffers.get(i).paddedLength();
            Buffer.createBuffer(builder, end, buffers.get(i).length());
        }
        var vector = builder.endVector();
        RecordBatch.startRecordBatch(builder);
        RecordBatch.addLength(builder, columns.get(0).rows());
        RecordBatch.addNodes(builder, nodes);
        RecordBatch.addBuffers(builder, vector);
        return message(builder, MessageHeader.RecordBatch, RecordBatch.endRecordBatch(builder), bodyLength);
    }

    private static ByteBuffer message(FlatBufferBuilder builder, byte type, int header, long bodyLength) {
        Message.startMessage(builder);
        Message.addVersion(builder, MetadataVersion.V5);
        Message.addHeaderType(builder, type);
        Message.addHeader(builder, header);
        Message.addBodyLength(builder, bodyLength);
        builder.finish(Message.endMessage(builder));
        return builder.dataBuffer();
    }

    /** @param batchStart place of the batch in the file, 0 if there is none */
    private static ByteBuffer footer(ArrowSchema schema, int batchStart, int metadataLength, int bodyLength) {
        var builder = new FlatBufferBuilder(1024);
        var schemaOffset = schema.write(builder);
        Footer.startDictionariesVector(builder, 0);
        var dictionaries = builder.endVector();
        Footer.startRecordBatchesVector(builder, batchStart == 0 ? 0 : 1);
        if (batchStart > 0) {
            Block.createBlock(builder, batchStart, metadataLength, bodyLength);
        }
        var batches = builder.endVector();
        Footer.startFooter(builder);
        Footer.addVersion(builder, MetadataVersion.V5);
        Footer.addSchema(builder, schemaOffset);
        Footer.addDictionaries(builder, dictionaries);
        Footer.addRecordBatches(builder, batches);
        builder.finish(Footer.endFooter(builder));
        return builder.dataBuffer();
    }

    /** Returns the bytes a message takes with prefix and padding, 0 if it is empty. */
    private static int messageLength(ByteBuffer message) {
        return message.hasRemaining() ? PREFIX_LENGTH + padded(message.remaining()) : 0;
    }

    private static void putMessage(ByteBuffer message, ByteBuffer file) {
        if (message.hasRemaining()) {
            var end = file.position() + messageLength(message);
            file.putInt(CONTINUATION).putInt(padded(message.remaining())).put(message);
            file.position(end);
        }
    }

    private static void putBuffer(ArrowColumn.Buffer buffer, ByteBuffer file) {
        var target = file.slice(file.position(), buffer.length()).order(ByteOrder.LITTLE_ENDIAN);
        buffer.content().accept(target);
        file.position(file.position() + buffer.paddedLength());
    }

    private static int padded(int length) {
        return (length + 7) & ~7;
    }
}
