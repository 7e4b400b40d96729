// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import io.dromedary.frame.ArrowFrames;
import io.dromedary.frame.Frame;
import io.dromedary.frame.FrameMeta;
import io.dromedary.frame.FrameType;
import io.dromedary.proto.pluginv2.DataQuery;
import io.dromedary.proto.pluginv2.QueryDataRequest;
import io.dromedary.proto.pluginv2.TimeRange;
import io.dromedary.query.Answer;
import io.dromedary.query.AskedQuery;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryMessagesTest {

    private final QueryMessages messages = new QueryMessages(new ArrowFrames());

    @Test
    void takesEverythingThatGrafanaSaysOfAQuery() {
        var batch = messages.batch(request().build());

        assertThat(batch.queries()).singleElement().satisfies(query -> {
            assertThat(query)
                    .usingRecursiveComparison()
                    .isEqualTo(new AskedQuery(
                            "A", "metrics", 1_000, 2_000, 30_000, 500, "{}".getBytes(StandardCharsets.UTF_8)));
        });
    }

    @ParameterizedTest(name = "{0} -> fresh {1}, shown {2}")
    @CsvSource({
        "X-Dashboard-Uid,           false, true",
        "FromAlert,                 true,  false",
        "fromalert,                 true,  false",
        "X-Cache-Skip,              true,  true",
        "http_X-Grafana-From-Expr,  false, false",
    })
    void knowsWhoAsks(String header, boolean fresh, boolean shown) {
        var batch = messages.batch(request().putHeaders(header, "true").build());

        assertThat(batch.fresh()).isEqualTo(fresh);
        assertThat(batch.shown()).isEqualTo(shown);
    }

    @Test
    void answersEveryRefIdWithItsOwnStatus() {
        var noData = new Frame("", "Ä-1", FrameMeta.of(FrameType.TIMESERIES_MULTI, null, List.of()), List.of());
        var reply = messages.reply(
                List.of(
                        Answer.of("Ä-1", List.of(noData)),
                        Answer.failed("B", new Failure(429, Source.DOWNSTREAM, "later"))),
                QueryDataRequest.getDefaultInstance());

        assertThat(reply.getResponsesMap()).containsOnlyKeys("Ä-1", "B");
        assertThat(reply.getResponsesOrThrow("Ä-1").getStatus()).isEqualTo(200);
        assertThat(reply.getResponsesOrThrow("Ä-1").getFramesList())
                .singleElement()
                .satisfies(frame -> assertThat(frame.startsWith(ByteString.copyFromUtf8("ARROW1")))
                        .isTrue());
        var failed = reply.getResponsesOrThrow("B");
        assertThat(failed.getStatus()).isEqualTo(429);
        assertThat(failed.getError()).isEqualTo("later");
        assertThat(failed.getErrorSource()).isEqualTo("downstream");
    }

    @Test
    void tellsEachQueryWhyNothingCouldBeAsked() {
        var wrapped = new IllegalStateException("camel", new FailedException(Failure.badRequest("no keys")));

        var failed = messages.failed(request().build(), wrapped).getResponsesOrThrow("A");

        assertThat(failed.getError()).isEqualTo("no keys");
        assertThat(failed.getStatus()).isEqualTo(400);
        assertThat(failed.getErrorSource()).isEqualTo("plugin");
    }

    @Test
    void keepsTheTextOfADefectBack() {
        var failed = messages.failed(request().build(), new IllegalStateException("hunter2"))
                .getResponsesOrThrow("A");

        assertThat(failed.getError()).doesNotContain("hunter2");
        assertThat(failed.getStatus()).isEqualTo(500);
    }

    private static QueryDataRequest.Builder request() {
        return QueryDataRequest.newBuilder()
                .addQueries(DataQuery.newBuilder()
                        .setRefId("A")
                        .setQueryType("metrics")
                        .setTimeRange(
                                TimeRange.newBuilder().setFromEpochMS(1_000).setToEpochMS(2_000))
                        .setIntervalMS(30_000)
                        .setMaxDataPoints(500)
                        .setJson(ByteString.copyFromUtf8("{}")));
    }
}
