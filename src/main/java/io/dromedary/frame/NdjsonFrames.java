// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

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
                    field.column().match(new Cell(row)).write(json);
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

    /** Writes the value of one row. A null text becomes a JSON null. */
    private record Cell(int row) implements Column.Cases<FrameJson.Part> {

        @Override
        public FrameJson.Part times(Column.Times times) {
            return json -> json.writeString(CsvFrames.time(times.epochNanos()[row]));
        }

        @Override
        public FrameJson.Part moments(Column.Moments moments) {
            var nanos = moments.epochNanos()[row];
            return nanos == Column.Moments.NULL
                    ? JsonGenerator::writeNull
                    : json -> json.writeString(CsvFrames.time(nanos));
        }

        /** JSON has no infinite numbers. */
        @Override
        public FrameJson.Part numbers(Column.Numbers numbers) {
            var number = numbers.values()[row];
            return Double.isFinite(number) ? json -> json.writeNumber(number) : JsonGenerator::writeNull;
        }

        @Override
        public FrameJson.Part flags(Column.Flags flags) {
            var flag = flags.values().get(row);
            return flag == null ? JsonGenerator::writeNull : json -> json.writeBoolean(flag);
        }

        @Override
        public FrameJson.Part texts(Column.Texts texts) {
            return json -> json.writeString(texts.values().get(row));
        }

        @Override
        public FrameJson.Part documents(Column.Documents documents) {
            return json -> json.writeRawValue(documents.values().get(row));
        }
    }
}
