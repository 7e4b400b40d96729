// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.ddsql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.call.Cancellation;
import io.dromedary.config.RouteWorld;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.frame.Column;
import io.dromedary.frame.Frame;
import io.dromedary.instance.Sources;
import io.dromedary.query.Answer;
import io.dromedary.query.AskedQuery;
import io.dromedary.query.QueryBatch;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The routes of SQL queries, with a Datadog made up by the test. */
class DdsqlRouteTest {

    private static final String RUNNING = "{`data`:{`attributes`:{`state`:`running`,`query_id`:`q1`}}}";
    private static final String COMPLETED = "{`data`:{`attributes`:{`state`:`completed`,`warnings`:[`slow`],`columns`:["
            + "{`name`:`host`,`type`:`VARCHAR`,`values`:[`a`,null]},"
            + "{`name`:`id`,`type`:`BIGINT`,`values`:[9007199254740993,2]},"
            + "{`name`:`n`,`type`:`BIGINT`,`values`:[3,null]},"
            + "{`name`:`share`,`type`:`DECIMAL(10,2)`,`values`:[`0.25`,1]},"
            + "{`name`:`up`,`type`:`BOOLEAN`,`values`:[true,null]},"
            + "{`name`:`seen`,`type`:`TIMESTAMP`,`values`:[1795608000000,`2026-11-25 11:00:00`]},"
            + "{`name`:`tags`,`type`:`VARCHAR[]`,`values`:[[`x`,`y`],null]},"
            + "{`name`:`odd`,`type`:`GEOMETRY`,`values`:[{`a`:1}]}]}}}";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Cancellation cancellation = new Cancellation();

    private Answer answer(String saved, String jsonData, Function<Integer, String> replies) throws Exception {
        try (var world = new RouteWorld(
                4, (request, instance) -> read(request, replies), "query/run,query/ddsql,instance/resolve", Map.of())) {
            var query = new AskedQuery(
                    "A",
                    "",
                    1_795_604_400_000L,
                    1_795_608_000_000L,
                    0,
                    0,
                    saved.replace('`', '"').getBytes(UTF_8));
            var exchange = world.send(
                    "query-run",
                    new QueryBatch(List.of(query), false, true),
                    Map.of(
                            "settingsSource",
                            Sources.source("u", 1, jsonData, Sources.KEYS),
                            "cancellation",
                            cancellation));
            assertThat(exchange.getException()).isNull();
            return (Answer) exchange.getMessage().getBody(List.class).get(0);
        }
    }

    private Object read(DatadogRequest<?> request, Function<Integer, String> replies) throws Exception {
        asked.add(request.path() + " " + request.body());
        var reply = replies.apply(asked.size()).replace('`', '"');
        return request.reader().read(new ByteArrayInputStream(reply.getBytes(UTF_8)));
    }

    private static Column column(Frame frame, String name) {
        return frame.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow()
                .column();
    }

    @Test
    void asksAgainUntilTheQueryIsDone() throws Exception {
        var answer = answer(
                "{`queryType`:`ddsql`,`query`:`SELECT 1`,`limit`:50}",
                "{\"site\":\"US1\"}",
                call -> call < 3 ? RUNNING : COMPLETED);

        assertThat(asked)
                .containsExactly(
                        "/api/v2/ddsql/query/tabular {\"data\":{\"attributes\":{\"query\":\"SELECT 1\",\"row_limit\":50,"
                                + "\"time\":{\"from_timestamp\":1795604400000,\"to_timestamp\":1795608000000}},"
                                + "\"type\":\"ddsql_query_request\"}}",
                        "/api/v2/ddsql/query/tabular/fetch {\"data\":{\"attributes\":{\"query_id\":\"q1\"},"
                                + "\"type\":\"ddsql_query_fetch_request\"}}",
                        "/api/v2/ddsql/query/tabular/fetch {\"data\":{\"attributes\":{\"query_id\":\"q1\"},"
                                + "\"type\":\"ddsql_query_fetch_request\"}}");
        assertThat(answer.frames().get(0).rows()).isEqualTo(2);
    }

    @Test
    void makesColumnsOfTheirTypes() throws Exception {
        var frame = answer(
                        "{`queryType`:`ddsql`,`query`:`SELECT 1`,`limit`:2}", "{\"site\":\"US1\"}", call -> COMPLETED)
                .frames()
                .get(0);

        assertThat(((Column.Texts) column(frame, "host")).values()).containsExactly("a", null);
        assertThat(((Column.Texts) column(frame, "id")).values()).containsExactly("9007199254740993", "2");
        assertThat(((Column.Numbers) column(frame, "n")).values()).containsExactly(3, Double.NaN);
        assertThat(((Column.Numbers) column(frame, "share")).values()).containsExactly(0.25, 1);
        assertThat(((Column.Flags) column(frame, "up")).values()).containsExactly(true, null);
        assertThat(((Column.Moments) column(frame, "seen")).epochNanos())
                .containsExactly(1_795_608_000_000_000_000L, 1_795_604_400_000_000_000L);
        assertThat(((Column.Texts) column(frame, "tags")).values()).containsExactly("x, y", null);
        assertThat(((Column.Texts) column(frame, "odd")).values()).containsExactly("{\"a\":1}", null);
        assertThat(frame.meta().notices())
                .extracting(notice -> notice.text())
                .containsExactly("slow", "The first 2 rows; raise the limit to see whether there are more");
    }

    @Test
    void givesUpWhenTheDataSourceWaitsNoLonger() throws Exception {
        var answer =
                answer("{`queryType`:`ddsql`,`query`:`SELECT 1`}", "{\"site\":\"US1\",\"timeout\":1}", call -> RUNNING);

        assertThat(answer.failure().status()).isEqualTo(504);
        assertThat(answer.failure().text()).contains("within 1 s");
    }

    @Test
    void stopsAskingWhenNobodyWaits() throws Exception {
        var answer = answer("{`queryType`:`ddsql`,`query`:`SELECT 1`}", "{\"site\":\"US1\"}", call -> {
            cancellation.cancel();
            return RUNNING;
        });

        assertThat(answer.failure().status()).isEqualTo(499);
        assertThat(asked).hasSize(1);
    }

    @Test
    void saysThatAnAnswerIsNone() throws Exception {
        assertThat(answer("{`queryType`:`ddsql`,`query`:`SELECT 1`}", "{\"site\":\"US1\"}", call -> "{}")
                        .failure()
                        .status())
                .isEqualTo(502);
        assertThat(answer("{`queryType`:`ddsql`}", "{\"site\":\"US1\"}", call -> "{}")
                        .failure()
                        .text())
                .startsWith("The query is empty");
    }
}
