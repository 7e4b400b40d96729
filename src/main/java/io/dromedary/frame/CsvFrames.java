// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes frames as one CSV table (RFC 4180: header, CRLF, texts quoted where needed, UTF-8), time series in the long
 * form of {@link LongTable}. Times are ISO 8601 in UTC. A null is an empty cell, an empty text is {@code ""}.
 * Stateless.
 */
public final class CsvFrames implements TableWriter {

    private static final int NANOS_PER_SECOND = 1_000_000_000;

    /**
     * Writes the table, and flushes but does not close {@code out}.
     *
     * @throws IllegalArgumentException if the frames do not fit into one table, see {@link LongTable#of}
     * @throws IOException if {@code out} fails
     */
    public void write(List<Frame> frames, OutputStream out) throws IOException {
        TableStream.of(LongTable.of(frames), this).transferTo(out);
        out.flush();
    }

    @Override
    public byte[] begin(Frame table) {
        return table.fields().stream()
                .map(field -> quoted(field.name()))
                .collect(Collectors.joining(",", "", "\r\n"))
                .getBytes(UTF_8);
    }

    @Override
    public byte[] rows(Frame slice) {
        var csv = new StringBuilder();
        var fields = slice.fields();
        for (var row = 0; row < slice.rows(); row++) {
            for (var i = 0; i < fields.size(); i++) {
                csv.append(i > 0 ? "," : "").append(cell(fields.get(i).column(), row));
            }
            csv.append("\r\n");
        }
        return csv.toString().getBytes(UTF_8);
    }

    @Override
    public byte[] end() {
        return new byte[0];
    }

    private static String cell(Column column, int row) {
        return column.match(new Column.Cases<>() {
            @Override
            public String times(Column.Times times) {
                return time(times.epochNanos()[row]);
            }

            @Override
            public String moments(Column.Moments moments) {
                var nanos = moments.epochNanos()[row];
                return nanos == Column.Moments.NULL ? "" : time(nanos);
            }

            @Override
            public String numbers(Column.Numbers numbers) {
                return number(numbers.values()[row]);
            }

            @Override
            public String flags(Column.Flags flags) {
                var flag = flags.values().get(row);
                return flag == null ? "" : flag.toString();
            }

            @Override
            public String texts(Column.Texts texts) {
                return quoted(texts.values().get(row));
            }

            @Override
            public String documents(Column.Documents documents) {
                return quoted(documents.values().get(row));
            }
        });
    }

    static String time(long epochNanos) {
        return Instant.ofEpochSecond(
                        Math.floorDiv(epochNanos, NANOS_PER_SECOND), Math.floorMod(epochNanos, NANOS_PER_SECOND))
                .toString();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    private static String quoted(@Nullable String text) {
        if (text == null) {
            return "";
        }
        var plain = !text.isEmpty() && text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
