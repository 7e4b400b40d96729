// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostEndpointsTest {

    private final Sandbox sandbox = new Sandbox();

    private JsonNode hosts(String query) {
        return sandbox.get("/api/v1/hosts", query).json();
    }

    @Test
    void describesAHostAsTheRecordingDoes() throws Exception {
        var host = hosts("filter=postgres-euw1-1&include_hosts_metadata=true")
                .path("host_list")
                .path(0);
        assertThat(host.path("name").asText()).isEqualTo("postgres-euw1-1");
        assertThat(host.path("up").asBoolean()).isTrue();
        assertThat(host.path("last_reported_time").asLong()).isEqualTo(Sandbox.NOW.getEpochSecond());
        assertThat(host.path("metrics").path("cpu").asDouble()).isBetween(3.0, 100.0);
        assertThat(host.at("/tags_by_source/Datadog"))
                .extracting(JsonNode::asText)
                .contains("host:postgres-euw1-1", "env:prod");
        assertThat(new ObjectMapper()
                        .readTree(host.at("/meta/gohai").asText())
                        .at("/cpu/cpu_cores")
                        .asText())
                .isEqualTo("8");
    }

    @Test
    void pagesByStartAndCount() {
        var names = new ArrayList<String>();
        for (int start = 0; start < 30; start += 10) {
            var page = hosts("start=" + start + "&count=10");
            assertThat(page.path("total_matching").asInt()).isEqualTo(24);
            assertThat(page.path("total_returned").asInt())
                    .isEqualTo(page.path("host_list").size());
            page.path("host_list").forEach(host -> names.add(host.path("name").asText()));
        }
        assertThat(names).hasSize(24).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"web,5", "env:staging,2", "'service:web,region:us-east-1',2", "nothing,0"})
    void filtersByNameOrTag(String filter, int expected) {
        assertThat(hosts("filter=" + filter).path("total_matching").asInt()).isEqualTo(expected);
    }

    @Test
    void sorts() {
        var loads = new ArrayList<Double>();
        hosts("sort_field=load&sort_dir=desc")
                .path("host_list")
                .forEach(host -> loads.add(host.at("/metrics/load").asDouble()));
        assertThat(loads)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder())
                .hasSize(24);
    }

    @ParameterizedTest
    @ValueSource(strings = {"count=-1", "count=1001", "start=x", "sort_field=colour"})
    void refusesParametersOutOfRange(String query) {
        var answer = sandbox.get("/api/v1/hosts", query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).startsWith("The value provided for parameter");
    }

    @Test
    void forgetsAHostThatIsLongGone() {
        var evening = new Sandbox(Instant.parse("2026-03-10T23:00:00Z"), RateLimits.generous());
        assertThat(evening.get("/api/v1/hosts/totals", "").json()).hasToString("{\"total_active\":24,\"total_up\":23}");
        var night = new Sandbox(Instant.parse("2026-03-11T02:00:00Z"), RateLimits.generous());
        assertThat(night.get("/api/v1/hosts/totals", "").json()).hasToString("{\"total_active\":23,\"total_up\":23}");
    }

    @Test
    void listsHostsByTag() {
        var tags = sandbox.get("/api/v1/tags/hosts", "").json().path("tags");
        assertThat(tags.path("service:kafka"))
                .extracting(JsonNode::asText)
                .containsExactly("kafka-euw1-1", "kafka-use1-1");
        assertThat(sandbox.get("/api/v1/tags/hosts", "source=datadog")
                        .json()
                        .path("tags")
                        .has("region:eu-west-1"))
                .isFalse();
    }

    @Test
    void listsTagsOfAHost() {
        var json = sandbox.get("/api/v1/tags/hosts/web-euw1-1", "").json();
        assertThat(json.path("host").asText()).isEqualTo("web-euw1-1");
        assertThat(json.path("tags")).extracting(JsonNode::asText).contains("region:eu-west-1");
        var missing = sandbox.get("/api/v1/tags/hosts/nobody", "");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.error()).isEqualTo("No host matches that host_id");
    }
}
