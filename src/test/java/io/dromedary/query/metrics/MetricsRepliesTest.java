// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import io.dromedary.query.metrics.MetricsReply.Unit;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsRepliesTest {

    private static final String GOOD = Panels.json(Panels.series(0, "host:a"), new long[] {0, 60}, "[1,null]");

    private static Failure failure(String body) {
        try {
            Panels.reply(body);
        } catch (FailedException e) {
            return e.failure();
        } catch (IOException e) {
            throw new AssertionError("not told as a failure", e);
        }
        throw new AssertionError("was read: " + body);
    }

    @Test
    void readsMillisecondsNullsTagsAndUnits() throws IOException {
        var reply = Panels.reply(Panels.json("""
                {"unit":[{"family":"bytes","name":"byte","short_name":"B","scale_factor":1.0,"plural":"bytes","id":2},\
                {"family":"time","name":"second","short_name":"s","scale_factor":1}],"query_index":3,\
                "group_tags":["env:prod","host:a"]}""", new long[] {0, 60}, "[1, null]"));

        assertThat(reply.times()).containsExactly(1_700_000_000_000_000_000L, 1_700_000_060_000_000_000L);
        var series = reply.series().get(0);
        assertThat(series.query()).isEqualTo(3);
        assertThat(series.tags()).containsExactly("env:prod", "host:a");
        assertThat(series.unit()).isEqualTo(new Unit("bytes", "byte", "B", 1));
        assertThat(series.perUnit()).isEqualTo(new Unit("time", "second", "s", 1));
        assertThat(series.values()).containsExactly(1, Double.NaN);
    }

    @Test
    void takesKeysInAnyOrderAndSkipsUnknownOnes() throws IOException {
        var reply = Panels.reply("""
                {"meta":{"x":[{}]},"data":{"attributes":{"values":[[0.1,2e3]],"new":{"times":[1]},
                "series":[{"query_index":0,"more":[[]]}],"times":[1000,2.0E3]},"id":null}}""");

        assertThat(reply.times()).containsExactly(1_000_000_000, 2_000_000_000);
        assertThat(reply.series().get(0).values()).containsExactly(0.1, 2000);
        assertThat(reply.series().get(0).unit()).isEqualTo(Unit.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"series\":[],\"times\":[],\"values\":[]}", "{\"series\":null}", "{}"})
    void readsAReplyWithoutData(String attributes) throws IOException {
        assertThat(Panels.reply("{\"data\":{\"attributes\":" + attributes + "}}")
                        .series())
                .isEmpty();
    }

    @Test
    void tellsDatadogsErrorEvenWithStatus200() {
        assertThat(failure("{\"errors\":\"Rule 'x' not found\",\"data\":{\"attributes\":{}}}"))
                .isEqualTo(new Failure(400, Source.DOWNSTREAM, "Datadog could not run this query: Rule 'x' not found"));
        assertThat(failure("{\"errors\":[\"one\",\"two\"]}").text()).endsWith("one; two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<html><body>502 Bad Gateway</body></html>",
                "null",
                "[]",
                "{}",
                "{\"data\":null}",
                "{\"data\":{\"attributes\":{\"times\":{}}}}",
                "{\"data\":{\"attributes\":{\"times\":[\"1\"]}}}",
                "{\"data\":{\"attributes\":{\"times\":[1e300]}}}",
                "{\"data\":{\"attributes\":{\"times\":[9223372036854775807]}}}",
                "{\"data\":{\"attributes\":{\"series\":[{}],\"times\":[1],\"values\":[[NaN]]}}}",
                "{\"data\":{\"attributes\":{\"series\":[{}],\"times\":[1],\"values\":[]}}}",
                "{\"data\":{\"attributes\":{\"series\":[{}],\"times\":[1],\"values\":[[1,2]]}}}",
                "{\"data\":{\"attributes\":{\"series\":[{\"group_tags\":[1]}],\"times\":[],\"values\":[[]]}}}",
                "{\"data\":{\"attributes\":{}}} {}"
            })
    void refusesWhatIsNoSuchReply(String body) {
        var failure = failure(body);

        assertThat(failure.status()).isEqualTo(502);
        assertThat(failure.source()).isEqualTo(Source.DOWNSTREAM);
        assertThat(failure.text()).contains("not understood");
    }

    @Test
    void refusesAReplyThatEndsAnywhereBeforeItsEnd() {
        for (var length = 0; length < GOOD.length(); length++) {
            assertThat(failure(GOOD.substring(0, length)).status()).isEqualTo(502);
        }
    }

    @Test
    void refusesAbsurdDepthAndSize() {
        assertThat(failure("{\"x\":" + "[".repeat(100_000)).status()).isEqualTo(502);
        var manyTimes = "{\"data\":{\"attributes\":{\"times\":[" + "1,".repeat(5_000_000) + "1]}}}";
        assertThat(failure(manyTimes).text()).contains("too many points");
    }

    @Test
    void leavesAFailingConnectionToTheCaller() {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw new IOException("connection reset");
            }
        };

        assertThatThrownBy(() -> new MetricsReplies().read(broken))
                .isInstanceOf(IOException.class)
                .hasMessage("connection reset");
    }
}
