// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dromedary.call.FailedException;
import io.dromedary.frame.Column;
import io.dromedary.frame.Frame;
import io.dromedary.frame.FrameType;
import io.dromedary.query.Query;
import io.dromedary.query.QueryGroup;
import io.dromedary.query.Reduction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarRepliesTest {

    private static ScalarReply read(String columns) throws IOException {
        var json =
                "{\"data\":{\"id\":\"0\",\"type\":\"scalar_response\",\"attributes\":{\"columns\":[" + columns + "]}}}";
        return new MetricsReplies().readScalar(new ByteArrayInputStream(json.getBytes(UTF_8)));
    }

    private static List<Frame> frames(String columns, Query... queries) throws IOException {
        var group = new QueryGroup(Query.Kind.METRICS, Panels.FIVE_MINUTES, List.of(queries));
        return new MetricsFrames()
                .from(read(columns), Panels.batch(group)).stream()
                        .map(answer -> answer.frames().get(0))
                        .toList();
    }

    private static Query scalar(String refId, String text, int limit) {
        return Panels.scalar(refId, Panels.FIVE_MINUTES, text, new Reduction("avg", limit, false));
    }

    private static List<String> texts(Frame frame, int field) {
        return List.copyOf(((Column.Texts) frame.fields().get(field).column()).values());
    }

    private static double[] numbers(Frame frame, int field) {
        return ((Column.Numbers) frame.fields().get(field).column()).values();
    }

    @Test
    void readsColumnsWhateverTheOrderOfTheirMembers() throws IOException {
        var reply = read("""
                {"values":[["web"],["b","a"],[]],"name":"service","type":"group","unknown":{"x":[1]}},
                {"values":[1,null,2.5],"meta":{"unit":[{"family":"percentage","name":"percent","short_name":"%",
                 "scale_factor":1.0,"id":17,"plural":"percent"},null]},"type":"number","name":"a"}""");

        assertThat(reply.groups()).singleElement().satisfies(group -> {
            assertThat(group.key()).isEqualTo("service");
            assertThat(group.cells()).containsExactly("web", "a, b", null);
        });
        assertThat(reply.values()).singleElement().satisfies(values -> {
            assertThat(values.numbers()).containsExactly(1, Double.NaN, 2.5);
            assertThat(values.unit().name()).isEqualTo("percent");
            assertThat(values.perUnit()).isEqualTo(MetricsReply.Unit.NONE);
        });
        assertThat(reply.sizeBytes()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"number\",\"values\":[{}]}",
                "{\"type\":\"pie\",\"values\":[]}",
                "{\"type\":\"number\",\"values\":7}",
                "7"
            })
    void refusesWhatIsNoTable(String columns) {
        assertThatThrownBy(() -> read(columns))
                .isInstanceOf(FailedException.class)
                .hasMessageContaining("not understood");
    }

    @Test
    void tellsARejectionThatCameAsSuccess() {
        var json = "{\"errors\":\"Rule 'x' is wrong\"}".getBytes(UTF_8);

        assertThatThrownBy(() -> new MetricsReplies().readScalar(new ByteArrayInputStream(json)))
                .isInstanceOfSatisfying(
                        FailedException.class,
                        failed -> assertThat(failed.failure().status()).isEqualTo(400))
                .hasMessageContaining("Rule 'x' is wrong");
    }

    @Test
    void givesEachQueryTheRowsOfASharedTableThatAreItsOwn() throws IOException {
        var frames = frames("""
                {"type":"group","name":"h","values":[["a"],["b"],["c"],["d"]]},
                {"type":"number","name":"1","values":[1,3,2,null],"meta":{"unit":null}},
                {"type":"number","name":"2","values":[null,null,5,7],"meta":null}""", scalar("A", "avg:a{*} by {h}", 2), scalar("B", "avg:b{*} by {h}", 0));

        assertThat(texts(frames.get(0), 0)).containsExactly("b", "c");
        assertThat(numbers(frames.get(0), 1)).containsExactly(3, 2);
        assertThat(texts(frames.get(1), 0)).containsExactly("d", "c");
        assertThat(frames).extracting(frame -> frame.meta().type()).containsOnly(FrameType.NUMERIC_LONG);
    }

    @Test
    void putsSeveralExpressionsOfOneQueryInOneTable() throws IOException {
        var frame = frames("""
                        {"type":"number","name":"1","values":[1]},{"type":"number","name":"2","values":[2]}""", scalar("A", "avg:a{*}, avg:b{*}", 0)).get(0);

        assertThat(frame.meta().type()).isEqualTo(FrameType.NUMERIC_LONG);
        assertThat(frame.fields())
                .extracting(field -> field.name() + "=" + field.config().displayName())
                .containsExactly("Value=avg:a{*}", "Value 2=avg:b{*}");
        assertThat(numbers(frame, 1)).containsExactly(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"type\":\"number\",\"name\":\"a\",\"values\":[],\"meta\":{\"unit\":null}}",
                "{\"type\":\"number\",\"name\":\"a\",\"values\":[null]}",
                "{\"type\":\"group\",\"name\":\"h\",\"values\":[]},{\"type\":\"number\",\"name\":\"a\",\"values\":[]}"
            })
    void saysThatThereIsNoData(String columns) throws IOException {
        assertThat(frames(columns, scalar("A", "avg:a{*} by {h}", 0)))
                .singleElement()
                .satisfies(frame -> assertThat(frame.fields()).isEmpty());
    }

    @Test
    void refusesAnAnswerToAQueryThatWasNotAsked() {
        var columns = "{\"type\":\"number\",\"values\":[1]},{\"type\":\"number\",\"values\":[1]}";

        assertThatThrownBy(() -> frames(columns, scalar("A", "avg:a{*}", 0))).isInstanceOf(FailedException.class);
    }
}
