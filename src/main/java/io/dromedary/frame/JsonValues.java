// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the values of a column as a JSON array. Times are milliseconds; infinities, which JSON lacks, are null. */
final class JsonValues implements Column.Cases<FrameJson.Part> {

    private static final int NANOS_PER_MILLI = 1_000_000;
    private static final JsonValues VALUES = new JsonValues();

    private JsonValues() {}

    static FrameJson.Part of(Column column) {
        return column.match(VALUES);
    }

    /** Writes the value of one row. */
    @FunctionalInterface
    private interface Cell {
        void write(int row, JsonGenerator json) throws IOException;
    }

    @Override
    public FrameJson.Part times(Column.Times times) {
        var nanos = times.epochNanos();
        return array(nanos.length, (row, json) -> json.writeNumber(millis(nanos[row])));
    }

    @Override
    public FrameJson.Part moments(Column.Moments moments) {
        var nanos = moments.epochNanos();
        return array(nanos.length, (row, json) -> {
            if (nanos[row] == Column.Moments.NULL) {
                json.writeNull();
            } else {
                json.writeNumber(millis(nanos[row]));
            }
        });
    }

    @Override
    public FrameJson.Part numbers(Column.Numbers numbers) {
        var values = numbers.values();
        return array(values.length, (row, json) -> {
            if (Double.isFinite(values[row])) {
                json.writeNumber(values[row]);
            } else {
                json.writeNull();
            }
        });
    }

    @Override
    public FrameJson.Part flags(Column.Flags flags) {
        List<@Nullable Boolean> values = flags.values();
        return array(values.size(), (row, json) -> {
            var flag = values.get(row);
            if (flag == null) {
                json.writeNull();
            } else {
                json.writeBoolean(flag);
            }
        });
    }

    @Override
    public FrameJson.Part texts(Column.Texts texts) {
        // a null text becomes a JSON null
        return array(
                texts.size(), (row, json) -> json.writeString(texts.values().get(row)));
    }

    @Override
    public FrameJson.Part documents(Column.Documents documents) {
        return array(
                documents.size(),
                (row, json) -> json.writeRawValue(documents.values().get(row)));
    }

    private static FrameJson.Part array(int rows, Cell cell) {
        return json -> {
            json.writeStartArray();
            for (var row = 0; row < rows; row++) {
                cell.write(row, json);
            }
            json.writeEndArray();
        };
    }

    private static long millis(long nanos) {
        return Math.floorDiv(nanos, NANOS_PER_MILLI);
    }
}
