// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.sandbox.world.Incident;
import io.dromedary.sandbox.world.World;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Data belongs together: a log's trace exists, an incident explains a peak of errors. */
class StoryTest {

    private static final World WORLD = World.of(7);

    private final Sandbox sandbox = new Sandbox();

    private JsonNode trace(String id) {
        var answer = sandbox.get("/api/v2/trace/" + id, "");
        assertThat(answer.status()).as("%s", answer.json()).isEqualTo(200);
        return answer.json().at("/data/attributes/spans");
    }

    @Test
    void aLogsTraceExistsAndHoldsItsSpan() {
        var logs = Events.logs(sandbox).page("@trace_id:*", "now-15m", "now", 50, "", "");
        assertThat(logs.json().path("data")).hasSize(50).allSatisfy(log -> {
            var attributes = log.at("/attributes/attributes");
            var span = new BigInteger(attributes.path("span_id").asText());
            assertThat(trace(attributes.path("trace_id").asText())).anySatisfy(one -> {
                assertThat(one.path("spanID").bigIntegerValue()).isEqualTo(span);
                assertThat(one.path("service").asText())
                        .isEqualTo(log.at("/attributes/service").asText());
            });
        });
    }

    @Test
    void spansFormOneTreeInTime() {
        var orders = Events.spans(sandbox).page("@http.route:/checkout service:web", "now-1h", "now", 20, "", "");
        assertThat(orders.json().path("data")).hasSize(20).allSatisfy(order -> {
            var spans = trace(order.at("/attributes/trace_id").asText());
            var seen = new HashSet<BigInteger>(Set.of(BigInteger.ZERO));
            int roots = 0;
            long end = spans.path(0).path("endTime").asLong();
            for (var span : spans) {
                roots += span.path("parentID").bigIntegerValue().signum() == 0 ? 1 : 0;
                assertThat(seen).contains(span.path("parentID").bigIntegerValue());
                assertThat(seen.add(span.path("spanID").bigIntegerValue())).isTrue();
                assertThat(span.path("endTime").asLong()).isLessThanOrEqualTo(end);
                assertThat(span.path("self_time").asLong()).isPositive();
            }
            assertThat(roots).isEqualTo(1);
        });
    }

    @Test
    void aTraceIsFoundByEachFormOfItsId() {
        var span = Events.spans(sandbox).recent("service:payment").get(0);
        String decimal = span.at("/attributes/trace_id").asText();
        var spans = trace(decimal);
        String full = spans.path(0).path("traceIDFull").asText();
        assertThat(full).hasSize(32);
        assertThat(trace(full)).isEqualTo(spans);
        assertThat(trace(new BigInteger(full, 16).toString())).isEqualTo(spans);
        assertThat(sandbox.get("/api/v2/trace/f" + full.substring(1), "").status())
                .isEqualTo(404);
        assertThat(sandbox.get("/api/v2/trace/12345", "").status()).isEqualTo(404);
        assertThat(sandbox.get("/api/v2/trace/x", "").status()).isEqualTo(400);
    }

    @Test
    void idsGoBeyondASignedLong() {
        var ids = Events.spans(sandbox).recent("service:web").stream()
                .map(span -> new BigInteger(span.at("/attributes/trace_id").asText()))
                .toList();
        assertThat(ids).anyMatch(id -> id.bitLength() == 64).allMatch(id -> id.bitLength() <= 64);
    }

    @Test
    void aVisitOfABrowserLeadsToItsTrace() {
        var calls = new Events(sandbox, "/api/v2/rum/events/search").recent("@type:resource");
        assertThat(calls).isNotEmpty();
        var attributes = calls.get(0).at("/attributes/attributes");
        assertThat(trace(attributes.at("/_dd/trace_id").asText())
                        .path(0)
                        .path("resource")
                        .asText())
                .startsWith(attributes.at("/resource/method").asText());
    }

    static List<Incident> incidents() {
        long now = Sandbox.NOW.toEpochMilli();
        var all = WORLD.incidents()
                .between(
                        now - Duration.ofDays(14).toMillis(),
                        now - Duration.ofHours(6).toMillis());
        return WORLD.shop().services().stream()
                .flatMap(service -> all.stream()
                        .filter(one -> one.service().equals(service.name()))
                        .limit(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("incidents")
    void errorsPeakInAnIncident(Incident incident) {
        String query = "status:error env:prod service:" + incident.service();
        var start = Instant.ofEpochMilli(incident.startMs());
        var end = Instant.ofEpochMilli(incident.endMs());
        var length = Duration.between(start, end);
        for (var events : List.of(Events.logs(sandbox), Events.spans(sandbox))) {
            int before = events.all(query, start.minus(length), start).size();
            int during = events.all(query, start, end).size();
            assertThat(during).isGreaterThan(3 + 3 * before);
        }
    }
}
