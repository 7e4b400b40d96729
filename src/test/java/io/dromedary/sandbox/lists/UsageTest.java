// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import static io.dromedary.sandbox.lists.Pages.ok;
import static io.dromedary.sandbox.lists.Pages.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.sandbox.Sandbox;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {

    private static final String HOURLY = "/api/v2/usage/hourly_usage";

    private final Sandbox sandbox = new Sandbox();

    private static String day(String families, String... more) {
        String query = query(
                "filter[timestamp][start]",
                "2026-03-09T12",
                "filter[timestamp][end]",
                "2026-03-10T12",
                "filter[product_families]",
                families);
        return more.length == 0 ? query : query + "&" + query(more);
    }

    @Test
    void pagesCoverEachHourOfEachFamilyOnce() {
        var all = Pages.cursors(
                sandbox,
                HOURLY,
                cursor -> day("all", "page[limit]", "17", "page[next_record_id]", cursor),
                "/meta/pagination/next_record_id");
        assertThat(all).hasSize(24 * 5);
        assertThat(all).isEqualTo(copy(ok(sandbox.get(HOURLY, day("all")))));
    }

    private static java.util.List<com.fasterxml.jackson.databind.JsonNode> copy(
            com.fasterxml.jackson.databind.JsonNode json) {
        var all = new java.util.ArrayList<com.fasterxml.jackson.databind.JsonNode>();
        json.path("data").forEach(all::add);
        return all;
    }

    @Test
    void bothVersionsSayTheSame() {
        var classic = new HashMap<String, Long>();
        ok(sandbox.get("/api/v1/usage/logs", "start_hr=2026-03-09T12&end_hr=2026-03-10T12"))
                .path("usage")
                .forEach(hour -> classic.put(
                        hour.path("hour").asText(),
                        hour.path("ingested_events_bytes").asLong()));
        assertThat(classic).hasSize(24);
        for (var row : ok(sandbox.get(HOURLY, day("logs"))).path("data")) {
            String hour = row.at("/attributes/timestamp").asText().substring(0, 13);
            assertThat(row.at("/attributes/measurements/0/usage_type").asText()).isEqualTo("ingested_events_bytes");
            assertThat(row.at("/attributes/measurements/0/value").asLong())
                    .isEqualTo(classic.get(hour))
                    .isPositive();
        }
    }

    @Test
    void tellsOnlyOfHoursThatAreOver() {
        var usage =
                ok(sandbox.get("/api/v1/usage/hosts", "start_hr=2026-03-10T12")).path("usage");
        assertThat(usage)
                .extracting(hour -> hour.path("hour").asText())
                .containsExactly("2026-03-10T12", "2026-03-10T13", "2026-03-10T14");
        assertThat(usage.at("/0/host_count").asLong()).isEqualTo(24);
        assertThat(usage.at("/0/container_count").asInt())
                .isEqualTo(
                        ok(sandbox.get("/api/v2/containers", "")).path("data").size());
        assertThat(ok(sandbox.get("/api/v1/usage/hosts", "start_hr=2027-01-01T00"))
                        .path("usage"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/usage/logs,''",
        "/api/v1/usage/logs,start_hr=yesterday",
        "/api/v1/usage/logs,start_hr=2026-03-09T12&end_hr=2026-03-09T11",
        "/api/v1/usage/logs,start_hr=2025-12-09T12",
        "/api/v2/usage/hourly_usage,filter%5Btimestamp%5D%5Bstart%5D=2026-03-09T12",
        "/api/v2/usage/hourly_usage,filter%5Btimestamp%5D%5Bstart%5D=2026-03-09T12&filter%5Bproduct_families%5D=cheese"
    })
    void refusesWhatIsWrong(String path, String query) {
        assertThat(sandbox.get(path, query).status()).isEqualTo(400);
    }
}
