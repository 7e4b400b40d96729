// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvFramesTest {

    private static final FrameMeta TABLE = FrameMeta.of(FrameType.TABLE, null, List.of());

    private static String csv(Frame... frames) throws IOException {
        var out = new ByteArrayOutputStream();
        new CsvFrames().write(List.of(frames), out);
        return out.toString(UTF_8);
    }

    @Test
    void writesSeriesAsOneLongTable() throws IOException {
        var a = Frames.series(
                Map.of("host", "a"), FieldConfig.series("a", null, 0), new long[] {0, 1_500_000_000}, 1, 2);
        var empty = Frames.series(Map.of("host", "b"), FieldConfig.NONE, new long[0]);
        var c = Frames.series(Map.of("env", "x", "name", "n"), FieldConfig.NONE, new long[] {0}, Double.NaN);

        assertThat(csv(a, empty, c)).isEqualTo("""
                refId,name,time,env,host,label_name,value\r
                A,a,1970-01-01T00:00:00Z,,a,,1.0\r
                A,a,1970-01-01T00:00:01.500Z,,a,,2.0\r
                A,Value,1970-01-01T00:00:00Z,x,,n,\r
                """);
    }

    @Test
    void writesATableAsItIsAndQuotesWhatNeedsIt() throws IOException {
        var table = Frames.of(TABLE, Field.texts("a,b", Arrays.asList("x\"y", "line\nbreak", "", null, "plain")));

        assertThat(csv(table)).isEqualTo("\"a,b\"\r\n\"x\"\"y\"\r\n\"line\nbreak\"\r\n\"\"\r\n\r\nplain\r\n");
    }

    @Test
    void writesFlagsDocumentsAndWhatIsNotOverYet() throws IOException {
        var table = Frames.of(
                TABLE,
                Field.of("end", FieldConfig.NONE, new Column.Moments(new long[] {0, Column.Moments.NULL})),
                Field.of("muted", FieldConfig.NONE, new Column.Flags(Arrays.asList(false, null))),
                Field.of("labels", FieldConfig.NONE, new Column.Documents(List.of("{\"a\":1}", "{}"))));

        assertThat(csv(table))
                .isEqualTo("end,muted,labels\r\n1970-01-01T00:00:00Z,false,\"{\"\"a\"\":1}\"\r\n,,{}\r\n");
    }

    @Test
    void writesOnlyTheHeaderWithoutData() throws IOException {
        assertThat(csv(Frames.of(Frames.META))).isEqualTo("refId,name,time,value\r\n");
    }

    @Test
    void refusesToMixTables() {
        assertThatThrownBy(() -> csv(Frames.of(TABLE), Frames.of(TABLE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one query at a time");
    }

    @Test
    void writesTheSameTableAsAnArrowFile() {
        var a = Frames.series(Map.of("host", "a"), FieldConfig.NONE, new long[] {0, 1}, 1, 2);
        var b = Frames.series(Map.of("host", "b"), FieldConfig.NONE, new long[] {5}, 3);

        var read = DecodedFrame.of(new ArrowFrames().write(LongTable.of(List.of(a, b))));

        assertThat(read.schema().getFields())
                .extracting("name")
                .containsExactly("refId", "name", "time", "host", "value");
        assertThat(read.columns().get(3)).isEqualTo(List.of("a", "a", "b"));
        assertThat(read.columns().get(4)).isEqualTo(List.of(1.0, 2.0, 3.0));
    }
}
