// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dromedary.call.FailedException;
import io.dromedary.frame.ArrowFrames;
import io.dromedary.query.Answer;
import io.dromedary.query.DamagedReplies;
import io.dromedary.query.Query;
import io.dromedary.query.QueryGroup;
import io.dromedary.query.Reduction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Points that are not what Datadog says they are: a frame or an error, never a defect. */
class DamagedMetricsTest {

    private static final String UNIT =
            "[{\"family\":\"bytes\",\"name\":\"byte\",\"short_name\":\"B\",\"scale_factor\":1.0},null]";

    private static final String SERIES =
            "{\"data\":{\"id\":\"0\",\"attributes\":{\"series\":[{\"group_tags\":[\"host:a\"],"
                    + "\"query_index\":0,\"unit\":" + UNIT
                    + "},{\"group_tags\":[\"host:b\"],\"query_index\":0,\"unit\":null}],"
                    + "\"times\":[1700000000000,1700000060000],\"values\":[[1,null],[2.5,3]]}}}";

    private static final String TABLE = "{\"data\":{\"attributes\":{\"columns\":[{\"type\":\"group\",\"name\":\"host\","
            + "\"values\":[[\"a\"],[\"b\",\"c\"]]},{\"type\":\"number\",\"name\":\"a\",\"values\":[1,null],\"meta\":{\"unit\":"
            + UNIT + "}}]}}}";

    /** Reads a reply and makes answers of it. */
    private interface Reading {
        List<Answer> of(String json) throws IOException;
    }

    @Test
    void drawsSeriesOrSaysWhyNot() throws IOException {
        var group = Panels.group(Panels.FIVE_MINUTES, "avg:a{*} by {host}");

        damage(SERIES, json -> new MetricsFrames().from(Panels.reply(json), Panels.batch(group)));
    }

    @Test
    void showsTablesOrSaysWhyNot() throws IOException {
        Query query = Panels.scalar("A", Panels.FIVE_MINUTES, "avg:a{*} by {host}", new Reduction("avg", 0, false));
        var group = new QueryGroup(Query.Kind.METRICS, Panels.FIVE_MINUTES, List.of(query));

        damage(
                TABLE,
                json -> new MetricsFrames()
                        .from(
                                new MetricsReplies().readScalar(new ByteArrayInputStream(json.getBytes(UTF_8))),
                                Panels.batch(group)));
    }

    private static void damage(String json, Reading reading) throws IOException {
        var original = new ObjectMapper().readTree(json);
        Stream.concat(DamagedReplies.of(original), DamagedReplies.enlarged(original))
                .forEach(damaged -> assertAnswered(damaged.reply(), reading, damaged.damage()));
    }

    private static void assertAnswered(JsonNode reply, Reading reading, String damage) {
        try {
            for (var answer : reading.of(reply.toString())) {
                for (var frame : answer.frames()) {
                    assertThat(new ArrowFrames().write(frame)).as(damage).isNotEmpty();
                }
            }
        } catch (FailedException told) {
            assertThat(told.failure().status()).as(damage).isIn(400, 502);
        } catch (IOException | RuntimeException defect) {
            throw new AssertionError(damage, defect);
        }
    }
}
