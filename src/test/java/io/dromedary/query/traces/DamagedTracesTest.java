// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.traces;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.frame.ArrowFrames;
import io.dromedary.frame.JsonFrames;
import io.dromedary.query.AskedQuery;
import io.dromedary.query.DamagedReplies;
import io.dromedary.query.Query;
import io.dromedary.query.QueryReader;
import io.dromedary.sandbox.Sandbox;
import io.dromedary.sandbox.SandboxRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Traces and maps of services that are not what Datadog says they are: a picture or an error, never a defect. */
@Timeout(120)
class DamagedTracesTest {

    private static final long NOW = Sandbox.NOW.toEpochMilli();

    private final Sandbox sandbox = new Sandbox();
    private final TracesPlanner planner = new TracesPlanner();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{`queryType`:`trace`,`traceId`:`TRACE`}",
                "{`queryType`:`trace`,`mode`:`graph`,`traceId`:`TRACE`}",
                "{`queryType`:`service-map`,`env`:`prod`}"
            })
    void answersOrSaysWhyNot(String saved) {
        var query = query(saved.replace("TRACE", traceId()));
        var tasks = planner.plan(query);
        var replies = tasks.stream()
                .map(task -> DamagedReplies.shortened(reply(task.request())))
                .toList();

        for (var place = 0; place < tasks.size(); place++) {
            var original = replies.get(place);
            var damaged = place;
            Stream.concat(DamagedReplies.of(original), DamagedReplies.enlarged(original))
                    .forEach(one -> assertAnswered(query, tasks, with(replies, damaged, one.reply()), one.damage()));
        }
    }

    private void assertAnswered(Query.Traces query, List<TraceTask> tasks, List<JsonNode> replies, String damage) {
        try {
            var read = new ArrayList<TraceTask>();
            for (var i = 0; i < tasks.size(); i++) {
                read.add(planner.replied(tasks.get(i), replies.get(i)));
            }
            var answer = planner.answer(query, read);
            assertThat(answer.failure()).as(damage).isNull();
            for (var frame : answer.frames()) {
                assertThat(new ArrowFrames().write(frame)).as(damage).isNotEmpty();
            }
            new JsonFrames().write(answer.frames(), new ByteArrayOutputStream());
        } catch (IOException | RuntimeException defect) {
            throw new AssertionError(damage, defect);
        }
    }

    private static List<JsonNode> with(List<JsonNode> replies, int place, JsonNode other) {
        var all = new ArrayList<>(replies);
        all.set(place, other);
        return all;
    }

    private String traceId() {
        return sandbox.post(
                        "/api/v2/spans/events/search",
                        "{\"data\":{\"type\":\"search_request\",\"attributes\":{\"page\":{\"limit\":1}}}}")
                .json()
                .at("/data/0/attributes/trace_id")
                .asText();
    }

    private JsonNode reply(DatadogRequest<?> request) {
        var body = request.body();
        var answer = sandbox.send(new SandboxRequest(
                request.method().name(),
                request.path(),
                request.query(),
                Map.of(),
                body == null ? new byte[0] : body.getBytes(UTF_8),
                true));
        assertThat(answer.status()).as(request.path()).isEqualTo(200);
        return answer.json();
    }

    private static Query.Traces query(String saved) {
        var json = saved.replace('`', '"').getBytes(UTF_8);
        return (Query.Traces)
                new QueryReader().read(new AskedQuery("A", "", NOW - 3_600_000, NOW, 60_000, 100, json), false);
    }
}
