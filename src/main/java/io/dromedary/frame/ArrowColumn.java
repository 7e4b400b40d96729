// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A column in Arrow's memory layout: a validity bitmap, then the data. Measured first, written later, straight to its
 * place in the file.
 *
 * @param nulls how many rows are null; the bitmap is left out when there are none
 */
record ArrowColumn(int rows, int nulls, List<Buffer> buffers) {

    /**
     * One contiguous piece.
     *
     * @param length in bytes, without padding
     * @param content writes the bytes to a little-endian buffer of that length, all zero before
     */
    record Buffer(int length, Consumer<ByteBuffer> content) {

        private static final Buffer NONE = new Buffer(0, out -> {});

        /** Returns the bytes it takes in the file: Arrow wants every piece to start at a multiple of 8. */
        int paddedLength() {
            return Math.addExact(length, 7) & ~7;
        }
    }

    /** Tells whether a row is null. */
    @FunctionalInterface
    private interface Nulls {
        boolean at(int row);
    }

    static ArrowColumn of(Column column) {
        return column.match(ArrowColumn::times, ArrowColumn::numbers, ArrowColumn::texts);
    }

    private static ArrowColumn times(Column.Times times) {
        var values = times.epochNanos();
        var data = new Buffer(bytes(values.length, 8), out -> out.asLongBuffer().put(values));
        return new ArrowColumn(values.length, 0, List.of(Buffer.NONE, data));
    }

    private static ArrowColumn numbers(Column.Numbers numbers) {
        var values = numbers.values();
        var nulls = 0;
        for (var value : values) {
            nulls += Double.isNaN(value) ? 1 : 0;
        }
        var validity = validity(values.length, nulls, row -> Double.isNaN(values[row]));
        var data =
                new Buffer(bytes(values.length, 8), out -> out.asDoubleBuffer().put(values));
        return new ArrowColumn(values.length, nulls, List.of(validity, data));
    }

    private static ArrowColumn texts(Column.Texts texts) {
        var encoded = encode(texts.values());
        var nulls = 0;
        var total = 0;
        for (var text : encoded) {
            nulls += text == null ? 1 : 0;
            total = Math.addExact(total, text == null ? 0 : text.length);
        }
        var validity = validity(encoded.length, nulls, row -> encoded[row] == null);
        var offsets = new Buffer(bytes(encoded.length + 1, 4), out -> writeOffsets(encoded, out));
        var data = new Buffer(total, out -> writeTexts(encoded, out));
        return new ArrowColumn(encoded.length, nulls, List.of(validity, offsets, data));
    }

    /** Encodes each text once where it repeats in neighbouring rows. */
    private static byte[] @Nullable [] encode(List<@Nullable String> texts) {
        var encoded = new byte[texts.size()][];
        for (var row = 0; row < encoded.length; row++) {
            var text = texts.get(row);
            var repeats = row > 0 && text != null && text.equals(texts.get(row - 1));
            encoded[row] = repeats ? encoded[row - 1] : text == null ? null : text.getBytes(UTF_8);
        }
        return encoded;
    }

    private static void writeOffsets(byte[] @Nullable [] encoded, ByteBuffer out) {
        var end = 0;
        out.putInt(0);
        for (var text : encoded) {
            end += text == null ? 0 : text.length;
            out.putInt(end);
        }
    }

    private static void writeTexts(byte[] @Nullable [] encoded, ByteBuffer out) {
        for (var text : encoded) {
            if (text != null) {
                out.put(text);
            }
        }
    }

    private static Buffer validity(int rows, int nulls, Nulls isNull) {
        return nulls == 0 ? Buffer.NONE : new Buffer((rows + 7) / 8, out -> writeValidity(rows, isNull, out));
    }

    private static void writeValidity(int rows, Nulls isNull, ByteBuffer out) {
        for (var first = 0; first < rows; first += 8) {
            var bits = 0;
            for (var row = first; row < Math.min(first + 8, rows); row++) {
                bits |= isNull.at(row) ? 0 : 1 << (row - first);
            }
            out.put((byte) bits);
        }
    }

    private static int bytes(int count, int width) {
        return Math.multiplyExact(count, width);
    }
}
