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
                new FieldConfig("a", "ms", 0),
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
    void writesAnEmptyArrayWithoutFrames() throws IOException {
        assertThat(json()).isEqualTo("[]");
    }
}
