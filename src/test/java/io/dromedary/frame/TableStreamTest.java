// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of many pieces are the same tables. */
class TableStreamTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4095, 4096, 4097, 10_000})
    void keepsEveryRowInAllForms(int rows) throws IOException {
        var table = table(rows);

        assertThat(text(table, new CsvFrames()).split("\r\n")).hasSize(rows + 1);
        assertThat(text(table, new NdjsonFrames()).lines()).hasSize(rows);
        assertThat(arrowNumbers(table)).isEqualTo(numbers(rows));
    }

    @Test
    void writesEachKindOfValueAsJson() {
        var table = frame(List.of(
                Field.time("time", new long[] {0}),
                new Field("end", Collections.emptySortedMap(), FieldConfig.NONE, new Column.Moments(new long[] {
                    Column.Moments.NULL
                })),
                new Field("yes", Collections.emptySortedMap(), FieldConfig.NONE, new Column.Flags(List.of(true))),
                new Field(
                        "labels",
                        Collections.emptySortedMap(),
                        FieldConfig.NONE,
                        new Column.Documents(List.of("{\"a\":1}"))),
                Field.texts("text", Arrays.asList((String) null)),
                Field.numbers("big", Map.of(), FieldConfig.NONE, new double[] {Double.POSITIVE_INFINITY})));

        assertThat(new String(new NdjsonFrames().rows(table), StandardCharsets.UTF_8))
                .isEqualTo("{\"time\":\"1970-01-01T00:00:00Z\",\"end\":null,\"yes\":true,\"labels\":{\"a\":1},"
                        + "\"text\":null,\"big\":null}\n");
    }

    private static Frame table(int rows) {
        var texts = new ArrayList<String>();
        for (var row = 0; row < rows; row++) {
            texts.add("row " + row);
        }
        return frame(List.of(
                Field.time("time", new long[rows]),
                Field.texts("text", new ArrayList<>(texts)),
                Field.numbers("value", Map.of(), FieldConfig.NONE, numbers(rows))));
    }

    private static double[] numbers(int rows) {
        var numbers = new double[rows];
        Arrays.setAll(numbers, row -> row);
        return numbers;
    }

    private static Frame frame(List<Field> fields) {
        return new Frame("", "A", FrameMeta.of(FrameType.TABLE, null, List.of()), fields);
    }

    private static String text(Frame table, TableWriter writer) throws IOException {
        return new String(TableStream.of(table, writer).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static double[] arrowNumbers(Frame table) throws IOException {
        var bytes = TableStream.of(table, new ArrowFrames()).readAllBytes();
        try (var allocator = new RootAllocator();
                var reader = new ArrowStreamReader(new ByteArrayInputStream(bytes), allocator)) {
            var found = new ArrayList<Double>();
            while (reader.loadNextBatch()) {
                var values = (Float8Vector) reader.getVectorSchemaRoot().getVector("value");
                for (var row = 0; row < values.getValueCount(); row++) {
                    found.add(values.get(row));
                }
            }
            return found.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }
}
