// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.ddsql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.call.FailedException;
import io.dromedary.frame.ArrowFrames;
import io.dromedary.instance.Instance;
import io.dromedary.instance.SettingsReader;
import io.dromedary.instance.Sources;
import io.dromedary.query.AskedQuery;
import io.dromedary.query.DamagedReplies;
import io.dromedary.query.Query;
import io.dromedary.query.QueryReader;
import io.dromedary.sandbox.Sandbox;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Results that are not what Datadog says they are: a table or an error, never a defect. */
class DamagedResultsTest {

    private static final String SQL = "SELECT * FROM hosts";

    private final DdsqlPlanner planner = new DdsqlPlanner(Clock.systemUTC());
    private final Instance instance = instance();

    @Test
    void answersOrSaysWhyNot() {
        var reply = new Sandbox()
                .post(
                        "/api/v2/ddsql/query/tabular",
                        "{\"data\":{\"type\":\"ddsql_query_request\",\"attributes\":{\"query\":\"SELECT * FROM hosts\","
                                + "\"row_limit\":2,\"time\":{\"from_timestamp\":0,\"to_timestamp\":1}}}}");
        assertThat(reply.status()).isEqualTo(200);
        var original = DamagedReplies.shortened(reply.json());

        Stream.concat(DamagedReplies.of(original), DamagedReplies.enlarged(original))
                .forEach(damaged -> assertAnswered(damaged.reply(), damaged.damage()));
    }

    private void assertAnswered(JsonNode reply, String damage) {
        try {
            var run = planner.begin(query(), instance);
            planner.add(run, reply, null);
            var answer = planner.answer(run);
            for (var frame : answer.frames()) {
                assertThat(new ArrowFrames().write(frame)).as(damage).isNotEmpty();
            }
        } catch (FailedException told) {
            assertThat(told.failure().status()).as(damage).isEqualTo(502);
        } catch (RuntimeException defect) {
            throw new AssertionError(damage, defect);
        }
    }

    private static Query.Ddsql query() {
        var json = ("{\"queryType\":\"ddsql\",\"query\":\"" + SQL + "\"}").getBytes(UTF_8);
        return (Query.Ddsql) new QueryReader().read(new AskedQuery("A", "", 0, 3_600_000, 60_000, 100, json), false);
    }

    private static Instance instance() {
        var source = Sources.source("u", 1, "{\"site\":\"datadoghq.eu\"}", Sources.KEYS);
        return new Instance(source.key(), "test", new SettingsReader().read(source));
    }
}
