// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import static io.dromedary.sandbox.lists.Pages.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.sandbox.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorTrackingTest {

    private static final String SEARCH = "/api/v2/error-tracking/issues/search";

    private final Sandbox sandbox = new Sandbox();

    private static String body(long from, long to, String query, String track) {
        return """
                {"data": {"type": "search_request", "attributes": {"from": %d, "to": %d, "query": "%s", "track": "%s"}}}
                """.formatted(from, to, query, track);
    }

    private JsonNode search(long from, long to, String query) {
        return ok(sandbox.post(SEARCH, body(from, to, query, "trace"))).path("data");
    }

    @Test
    void countsWhatTheErrorMetricCounts() {
        long to = Sandbox.NOW.toEpochMilli() / 300_000 * 300_000;
        long from = to - Duration.ofDays(2).toMillis();
        for (String service : new String[] {"web", "checkout", "search"}) {
            long counted = 0;
            for (var issue : search(from, to, "service:" + service)) {
                counted += issue.at("/attributes/total_count").asLong();
            }
            double expected = Arrays.stream(sandbox.series(
                                    "sum:trace.http.request.errors{env:prod,service:" + service + "}.as_count()",
                                    Instant.ofEpochMilli(from),
                                    Instant.ofEpochMilli(to),
                                    Duration.ofMinutes(5))
                            .get(""))
                    .filter(value -> !Double.isNaN(value))
                    .sum();
            assertThat(counted).isEqualTo((long) expected).isPositive();
        }
    }

    @Test
    void knowsWhichErrorsAnIncidentBroughtAbout() {
        var incident = Troubles.of("postgres");
        var during = search(incident.startMs() - 300_000, incident.endMs() + 300_000, "postgres service:payment");
        var before = search(incident.startMs() - 1_500_000, incident.startMs() - 300_000, "postgres service:payment");

        assertThat(during).hasSize(1);
        assertThat(before).isEmpty();
        String id = during.at("/0/id").asText();
        var issue = ok(sandbox.get("/api/v2/error-tracking/issues/" + id, "")).at("/data/attributes");
        assertThat(issue.path("error_message").asText()).contains("postgres");
        assertThat(issue.path("first_seen").asLong()).isLessThanOrEqualTo(incident.startMs());
        assertThat(issue.path("last_seen").asLong()).isGreaterThanOrEqualTo(incident.endMs());
    }

    @Test
    void includesIssuesWhenAsked() {
        long now = Sandbox.NOW.toEpochMilli();
        var request = new io.dromedary.sandbox.SandboxRequest(
                "POST",
                SEARCH,
                "include=issue",
                java.util.Map.of(),
                body(now - 86_400_000, now, "*", "logs").getBytes(java.nio.charset.StandardCharsets.UTF_8),
                true);
        var json = ok(sandbox.send(request));
        assertThat(json.path("included")).hasSameSizeAs(json.path("data")).isNotEmpty();
        assertThat(json.at("/data"))
                .extracting(one -> -one.at("/attributes/total_count").asLong())
                .isSorted();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 2 | invalid-track | invalid json value for TrackType: invalid-track",
                "2 | 1 | trace | from must be before to",
                "1 | 2 | '' | either track or persona is required"
            })
    void refusesInDatadogsShape(long from, long to, String track, String detail) {
        var answer = sandbox.post(SEARCH, body(from, to, "*", track));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/status").asText()).isEqualTo("400");
        assertThat(answer.json().at("/errors/0/detail").asText()).isEqualTo(detail);
        assertThat(sandbox.get("/api/v2/error-tracking/issues/none", "").status())
                .isEqualTo(404);
    }
}
