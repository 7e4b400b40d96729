// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import io.dromedary.config.RouteWorld;
import io.dromedary.instance.Sources;
import io.dromedary.query.Answer;
import io.dromedary.query.AskedQuery;
import io.dromedary.query.QueryBatch;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The routes of lists, from the door's batch to its answers. */
class ListsRouteTest {

    private static AskedQuery asked(String refId, String saved) {
        return new AskedQuery(
                refId,
                "",
                1_795_604_400_000L,
                1_795_608_000_000L,
                0,
                0,
                saved.replace('`', '"').getBytes(UTF_8));
    }

    @Test
    @SuppressWarnings("unchecked")
    void answersEachQueryWhateverHappensToItsNeighbours() throws Exception {
        try (var world = new RouteWorld(
                8,
                (request, instance) -> {
                    var json = switch (request.path()) {
                        case "/api/v1/monitor/search" -> "{\"monitors\":[{\"id\":1,\"name\":\"cpu\"}]}";
                        case "/api/v1/synthetics/tests/a/results" -> "{\"results\":[{\"result_id\":\"1\"}]}";
                        case "/api/v1/synthetics/tests/b/results" -> "{\"results\":[{\"result_id\":\"2\"}]}";
                        case "/api/v1/dashboard" -> throw new IllegalStateException("a secret detail");
                        default -> throw new FailedException(new Failure(403, Source.DOWNSTREAM, "Not allowed"));
                    };
                    return request.reader().read(new ByteArrayInputStream(json.getBytes(UTF_8)));
                },
                "query/run,query/lists,query/lists-read,instance/resolve",
                Map.of())) {
            var batch = new QueryBatch(
                    List.of(
                            asked("A", "{`queryType`:`monitors`}"),
                            asked("B", "{`queryType`:`hosts`}"),
                            asked("C", "{`queryType`:`synthetics`,`mode`:`results`,`ids`:[`a`,`b`]}"),
                            asked("D", "{`queryType`:`slos`,`mode`:`nonsense`}"),
                            asked("E", "{`queryType`:`dashboards`}")),
                    false,
                    true);

            var exchange = world.send(
                    "query-run",
                    batch,
                    Map.of("settingsSource", Sources.source("u", 1, "{\"site\":\"US1\"}", Sources.KEYS)));

            assertThat(exchange.getException()).isNull();
            var answers = (List<Answer>) exchange.getMessage().getBody(List.class);
            assertThat(answers).extracting(Answer::refId).containsExactly("A", "B", "C", "D", "E");
            assertThat(answers.get(0).frames().get(0).rows()).isEqualTo(1);
            assertThat(answers.get(1).failure()).isEqualTo(new Failure(403, Source.DOWNSTREAM, "Not allowed"));
            assertThat(PlayedDatadog.column(answers.get(2).frames().get(0), "test"))
                    .containsExactly("a", "b");
            assertThat(answers.get(3).failure().text()).startsWith("Unknown mode of slos");
            assertThat(answers.get(4).failure().status()).isEqualTo(500);
            assertThat(answers.get(4).failure().text()).doesNotContain("secret");
        }
    }
}
