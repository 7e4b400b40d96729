// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes a table as newline-delimited JSON: an object for each row. Times are ISO 8601 in UTC. Stateless. */
public final class NdjsonFrames implements TableWriter {

    private static final byte[] NOTHING = {};

    @Override
    public byte[] begin(Frame table) {
        return NOTHING;
    }

    @Override
    public byte[] rows(Frame slice) {
        // through a Writer, which replaces half a surrogate pair where Jackson's own encoder would throw
        var text = new StringWriter();
        try (var json = FrameJson.factory().createGenerator(text)) {
            json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            for (var row = 0; row < slice.rows(); row++) {
                json.writeStartObject();
                for (var field : slice.fields()) {
                    json.writeFieldName(field.name());
                    write(field.column().match(new Cell(row)), field.column(), json);
                }
                json.writeEndObject();
            }
            json.writeRaw('\n');
        } catch (IOException impossible) {
            throw new UncheckedIOException("a StringWriter does not fail", impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] end() {
        return NOTHING;
    }

    private static void write(@Nullable Object value, Column column, JsonGenerator json) throws IOException {
        if (value instanceof String text && column instanceof Column.Documents) {
            json.writeRawValue(text);
        } else if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Double number && Double.isFinite(number)) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            // JSON has no infinite numbers either
            json.writeNull();
        }
    }

    /** The value of one row. */
    private record Cell(int row) implements Column.Cases<@Nullable Object> {

        @Override
        public Object times(Column.Times times) {
            return CsvFrames.time(times.epochNanos()[row]);
        }

        @Override
        public @Nullable Object moments(Column.Moments moments) {
            var nanos = moments.epochNanos()[row];
            return nanos == Column.Moments.NULL ? null : CsvFrames.time(nanos);
        }

        @Override
        public Object numbers(Column.Numbers numbers) {
            return numbers.values()[row];
        }

        @Override
        public @Nullable Object flags(Column.Flags flags) {
            return flags.values().get(row);
        }

        @Override
        public @Nullable Object texts(Column.Texts texts) {
            return texts.values().get(row);
        }

        @Override
        public Object documents(Column.Documents documents) {
            return documents.values().get(row);
        }
    }
}
