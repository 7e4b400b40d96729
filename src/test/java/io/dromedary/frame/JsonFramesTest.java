// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonFramesTest {

    private static String json(Frame... frames) throws IOException {
        var out = new ByteArrayOutputStream();
        new JsonFrames().write(List.of(frames), out);
        return out.toString(UTF_8);
    }

    @Test
    void writesTheSchemaBeforeTheData() throws IOException {
        var frame = Frames.series(
                Map.of("host", "a"),
                FieldConfig.series("a", "ms", 0),
                new long[] {Frames.NOON, Frames.NOON + 60_000_000_000L},
                1.5,
                Double.NaN);

        assertThat(json(frame)).isEqualTo("""
                [{"schema":{"name":"cpu","refId":"A","meta":{"type":"timeseries-multi","typeVersion":[0,1]},"fields":[\
                {"name":"Time","type":"time","typeInfo":{"frame":"time.Time","nullable":false}},\
                {"name":"Value","type":"number","typeInfo":{"frame":"float64","nullable":true},\
                "labels":{"host":"a"},"config":{"displayNameFromDS":"a","unit":"ms"}}]},\
                "data":{"values":[[1700000000000,1700000060000],[1.5,null]]}}]""");
    }

    @Test
    void listsNanosecondsAndInfinitiesBesideTheValues() throws IOException {
        var frame = Frames.series(
                Map.of(), FieldConfig.NONE, new long[] {7, -1}, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

        assertThat(json(frame)).endsWith("""
                "data":{"values":[[0,-1],[null,null]],"nanos":[[7,999999],null],\
                "entities":[null,{"Inf":[0],"NegInf":[1]}]}}]""");
    }

    @Test
    void keepsNullTextsAndReplacesHalfASurrogatePair() throws IOException {
        var frame = Frames.of(Frames.META, Field.texts("t", Arrays.asList(null, "\uD83D", "\"")));

        assertThat(json(frame)).endsWith("""
                "data":{"values":[[null,"?","\\""]]}}]""");
    }

    @Test
    void writesTablesWithLinksFlagsAndWhatIsNotOverYet() throws IOException {
        var query = new DataLink.InternalQuery("uid", "Datadog", "{\"traceId\":\"${__value.raw}\"}");
        var frame = Frames.of(
                new FrameMeta(FrameType.NONE, null, List.of(), Visualisation.TRACE),
                Field.of("end", FieldConfig.NONE, new Column.Moments(new long[] {1_000_000, Column.Moments.NULL})),
                Field.of("muted", FieldConfig.NONE, new Column.Flags(Arrays.asList(true, null))),
                Field.of(
                        "trace",
                        FieldConfig.linked(DataLink.to("Open", "https://x/"), new DataLink("Trace", "", query)),
                        new Column.Documents(List.of("{\"a\":1}", "null"))));

        assertThat(json(frame)).isEqualTo("""
                [{"schema":{"name":"cpu","refId":"A","meta":{"preferredVisualisationType":"trace"},"fields":[\
                {"name":"end","type":"time","typeInfo":{"frame":"time.Time","nullable":true}},\
                {"name":"muted","type":"boolean","typeInfo":{"frame":"bool","nullable":true}},\
                {"name":"trace","type":"other","typeInfo":{"frame":"json.RawMessage","nullable":false},\
                "config":{"links":[{"title":"Open","url":"https://x/","targetBlank":true},\
                {"title":"Trace","url":"","internal":{"datasourceUid":"uid","datasourceName":"Datadog",\
                "query":{"traceId":"${__value.raw}"}}}]}}]},\
                "data":{"values":[[1,null],[true,null],[{"a":1},null]]}}]""");
    }

    @Test
    void writesAnEmptyArrayWithoutFrames() throws IOException {
        assertThat(json()).isEqualTo("[]");
    }
}
