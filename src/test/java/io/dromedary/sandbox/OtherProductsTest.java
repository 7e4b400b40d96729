// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.sandbox.world.Incident;
import io.dromedary.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Audit, CI, events and signals fit the shop's story. */
class OtherProductsTest {

    private static final World WORLD = World.of(7);
    private static final long NOW = Sandbox.NOW.toEpochMilli();

    private final Sandbox sandbox = new Sandbox();

    private List<JsonNode> find(String path, String query, String from) {
        return new Events(sandbox, path + "/search").all(query, from, "now", 1000, "-timestamp");
    }

    @Test
    void aDeploymentHasAPipelineAndAnEvent() {
        var deployment =
                WORLD.deployments().between("checkout", "prod", NOW, NOW + 1).get(0);
        var from = Instant.ofEpochMilli(deployment.fromMs()).minus(Duration.ofMinutes(30));
        String version = deployment.version();
        var jobs = find(
                "/api/v2/ci/pipelines/events",
                "@git.commit.message:\"Release " + version + "\" service:checkout @ci.pipeline.name:deploy-prod",
                from.toString());
        assertThat(jobs)
                .extracting(job -> job.at("/attributes/ci_level").asText())
                .contains("pipeline", "job");
        var pipeline = jobs.get(0).at("/attributes/attributes");
        long end = (pipeline.path("start").asLong() + pipeline.path("duration").asLong()) / 1_000_000;
        assertThat(end).isEqualTo(deployment.fromMs());
        var events = find(
                "/api/v2/events",
                "source:deployment service:checkout version:" + version + " env:prod",
                from.toString());
        assertThat(events).hasSize(1);
        assertThat(events.get(0).at("/attributes/attributes/title").asText())
                .isEqualTo("Deployed checkout " + version + " to prod");
        assertThat(Instant.parse(events.get(0).at("/attributes/timestamp").asText())
                        .toEpochMilli())
                .isEqualTo(deployment.fromMs());
    }

    @Test
    void aFailedBuildHasAFailedTest() {
        var failed = find("/api/v2/ci/pipelines/events", "ci_level:pipeline @ci.status:error", "now-3d");
        assertThat(failed).isNotEmpty();
        String id = failed.get(0).at("/attributes/attributes/ci/pipeline/id").asText();
        var tests = find("/api/v2/ci/tests/events", "@ci.pipeline.id:" + id, "now-3d");
        assertThat(tests).hasSize(12);
        assertThat(tests)
                .anyMatch(test ->
                        test.at("/attributes/attributes/test/status").asText().equals("fail"));
    }

    @Test
    void anIncidentIsDeclaredAndMonitorsAlert() {
        Incident incident = WORLD.incidents().between(NOW - 86_400_000, NOW - 3_600_000).stream()
                .filter(one -> WORLD.shop().service(one.service()).orElseThrow().isApplication())
                .findFirst()
                .orElseThrow();
        var start = Instant.ofEpochMilli(incident.startMs());
        var end = Instant.ofEpochMilli(incident.endMs() + 600_000);
        var events = new Events(sandbox, "/api/v2/events/search").all("service:" + incident.service(), start, end);
        assertThat(events)
                .extracting(event -> event.at("/attributes/attributes/title").asText())
                .anyMatch(title -> title.startsWith("Incident #" + incident.number() + " declared"))
                .anyMatch(title -> title.startsWith("[Triggered"))
                .anyMatch(title -> title.startsWith("[Recovered"));
        assertThat(events)
                .allSatisfy(event -> assertThat(
                                event.at("/attributes/attributes/evt/id").asLong())
                        .isGreaterThan(1L << 53));
    }

    @Test
    void peopleWorkInTheirAccount() {
        var all = find("/api/v2/audit/events", "*", "now-24h");
        assertThat(all).hasSizeBetween(100, 1000);
        var refused = find("/api/v2/audit/events", "@evt.name:Authentication @http.status_code:401", "now-7d");
        assertThat(refused)
                .isNotEmpty()
                .allMatch(event -> event.path("type").asText().equals("audit"));
    }

    @Test
    void rulesNoticeThings() {
        var signals =
                find("/api/v2/security_monitoring/signals", "security:attack status:(high OR critical)", "now-7d");
        assertThat(signals).isNotEmpty();
        var attributes = signals.get(0).path("attributes");
        assertThat(attributes.path("service").isArray()).isTrue();
        assertThat(attributes.at("/attributes/workflow/rule/name").asText()).isNotEmpty();
    }

    @Test
    void listsLogIndexes() {
        assertThat(sandbox.get("/api/v1/logs/config/indexes", "").json().path("indexes"))
                .extracting(index -> index.path("name").asText())
                .containsExactly("staging", "main");
        var answer = sandbox.post(
                "/api/v2/logs/events/search",
                "{\"filter\":{\"indexes\":[\"staging\"],\"from\":\"now-1h\"},\"page\":{\"limit\":100}}");
        assertThat(answer.json().path("data"))
                .isNotEmpty()
                .allSatisfy(
                        log -> assertThat(log.at("/attributes/tags").toString()).contains("env:staging"));
    }
}
