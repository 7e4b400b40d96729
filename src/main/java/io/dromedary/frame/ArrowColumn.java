// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
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

    static ArrowColumn of(Column column) {
        return column.match(LAYOUTS);
    }

    private static final Column.Cases<ArrowColumn> LAYOUTS = new Column.Cases<>() {
        @Override
        public ArrowColumn times(Column.Times times) {
            return fixed(times.size(), row -> false, out -> out.asLongBuffer().put(times.epochNanos()));
        }

        @Override
        public ArrowColumn moments(Column.Moments moments) {
            var values = moments.epochNanos();
            return fixed(
                    values.length,
                    row -> values[row] == Column.Moments.NULL,
                    out -> out.asLongBuffer().put(values));
        }

        @Override
        public ArrowColumn numbers(Column.Numbers numbers) {
            var values = numbers.values();
            return fixed(
                    values.length,
                    row -> Double.isNaN(values[row]),
                    out -> out.asDoubleBuffer().put(values));
        }

        @Override
        public ArrowColumn flags(Column.Flags flags) {
            var values = flags.values();
            var rows = values.size();
            IntPredicate isNull = row -> values.get(row) == null;
            var nulls = count(rows, isNull);
            var data = new Buffer(
                    (rows + 7) / 8, out -> writeBits(rows, row -> Boolean.TRUE.equals(values.get(row)), out));
            return new ArrowColumn(rows, nulls, List.of(validity(rows, nulls, isNull), data));
        }

        @Override
        public ArrowColumn texts(Column.Texts texts) {
            return variable(texts.values());
        }

        @Override
        public ArrowColumn documents(Column.Documents documents) {
            return variable(documents.values());
        }
    };

    /** Lays out values of eight bytes each. */
    private static ArrowColumn fixed(int rows, IntPredicate isNull, Consumer<ByteBuffer> content) {
        var nulls = count(rows, isNull);
        return new ArrowColumn(
                rows, nulls, List.of(validity(rows, nulls, isNull), new Buffer(bytes(rows, 8), content)));
    }

    private static ArrowColumn variable(List<? extends @Nullable String> texts) {
        var encoded = encode(texts);
        var total = 0;
        for (var text : encoded) {
            total = Math.addExact(total, text == null ? 0 : text.length);
        }
        IntPredicate isNull = row -> encoded[row] == null;
        var nulls = count(encoded.length, isNull);
        var offsets = new Buffer(bytes(encoded.length + 1, 4), out -> writeOffsets(encoded, out));
        var data = new Buffer(total, out -> writeTexts(encoded, out));
        return new ArrowColumn(encoded.length, nulls, List.of(validity(encoded.length, nulls, isNull), offsets, data));
    }

    private static int count(int rows, IntPredicate isNull) {
        var nulls = 0;
        for (var row = 0; row < rows; row++) {
            nulls += isNull.test(row) ? 1 : 0;
        }
        return nulls;
    }

    /** Encodes each text once where it repeats in neighbouring rows. */
    private static byte[] @Nullable [] encode(List<? extends @Nullable String> texts) {
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

    private static Buffer validity(int rows, int nulls, IntPredicate isNull) {
        return nulls == 0
                ? Buffer.NONE
                : new Buffer((rows + 7) / 8, out -> writeBits(rows, row -> !isNull.test(row), out));
    }

    private static void writeBits(int rows, IntPredicate isSet, ByteBuffer out) {
        for (var first = 0; first < rows; first += 8) {
            var bits = 0;
            for (var row = first; row < Math.min(first + 8, rows); row++) {
                bits |= isSet.test(row) ? 1 << (row - first) : 0;
            }
            out.put((byte) bits);
        }
    }

    private static int bytes(int count, int width) {
        return Math.multiplyExact(count, width);
    }
}
