// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import static io.dromedary.sandbox.lists.Pages.ok;
import static io.dromedary.sandbox.lists.Pages.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.sandbox.RateLimits;
import io.dromedary.sandbox.Sandbox;
import io.dromedary.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncidentsTest {

    private static final World WORLD = World.of(7);

    private final Sandbox sandbox = new Sandbox();

    @Test
    void pagesCoverAllOfTheWorldOnce() {
        var all = Pages.all(
                sandbox,
                "/api/v2/incidents",
                25,
                page -> query("page[size]", "25", "page[offset]", Integer.toString(25 * page)),
                "/data",
                "/id");
        assertThat(all)
                .hasSize(WORLD.incidents()
                        .between(Sandbox.NOW.minus(Duration.ofDays(90)).toEpochMilli(), Sandbox.NOW.toEpochMilli())
                        .size());
        var last = ok(sandbox.get("/api/v2/incidents", query("page[size]", "100", "page[offset]", "300")));
        assertThat(last.at("/meta/pagination").has("next_offset")).isFalse();
        assertThat(ok(sandbox.get("/api/v2/incidents", ""))
                        .at("/meta/pagination/next_offset")
                        .asInt())
                .isEqualTo(10);
    }

    @Test
    void goesFromActiveOverStableToResolved() {
        var incident = WORLD.incidents()
                .between(
                        Sandbox.NOW.minus(Duration.ofDays(2)).toEpochMilli(),
                        Sandbox.NOW.minus(Duration.ofHours(3)).toEpochMilli())
                .get(0);
        String id = ok(sandbox.get("/api/v2/incidents/search", query("query", "public_id:" + incident.number())))
                .at("/data/attributes/incidents/0/data/id")
                .asText();

        assertThat(stateAt(id, incident.startMs() + 300_000)).isEqualTo("active");
        assertThat(stateAt(id, incident.endMs() + 300_000)).isEqualTo("stable");
        assertThat(stateAt(id, incident.endMs() + 3_000_000)).isEqualTo("resolved");
        var attributes = ok(sandbox.get("/api/v2/incidents/" + id, "")).at("/data/attributes");
        assertThat(attributes.at("/fields/services/value/0").asText()).isEqualTo(incident.service());
        assertThat(OffsetDateTime.parse(attributes.path("resolved").asText()).toInstant())
                .isAfter(OffsetDateTime.parse(attributes.path("detected").asText())
                        .toInstant());
        assertThat(new Sandbox(Instant.ofEpochMilli(incident.startMs() - 60_000), RateLimits.generous())
                        .get("/api/v2/incidents/" + id, "")
                        .status())
                .isEqualTo(404);
    }

    private static String stateAt(String id, long epochMs) {
        var there = new Sandbox(Instant.ofEpochMilli(epochMs), RateLimits.generous());
        return ok(there.get("/api/v2/incidents/" + id, ""))
                .at("/data/attributes/state")
                .asText();
    }

    @ParameterizedTest
    @CsvSource({
        "state:(active OR stable OR resolved)",
        "state:resolved AND severity:SEV-1",
        "services:postgres",
        "customer_impacted:true -severity:SEV-1"
    })
    void countsOfASearchAgreeWithItsPages(String search) {
        var first = ok(sandbox.get("/api/v2/incidents/search", query("query", search)));
        var all = Pages.all(
                sandbox,
                "/api/v2/incidents/search",
                50,
                page -> query("query", search, "page[size]", "50", "page[offset]", Integer.toString(50 * page)),
                "/data/attributes/incidents",
                "/data/id");
        assertThat(all).isNotEmpty().hasSize(first.at("/data/attributes/total").asInt());
        assertThat(all.get(0)
                        .at("/data/attributes/commander/data/attributes/name")
                        .asText())
                .isNotEmpty();
        int states = 0;
        for (var facet : first.at("/data/attributes/facets/state")) {
            states += facet.path("count").asInt();
        }
        assertThat(states).isEqualTo(all.size());
    }

    @Test
    void refusesWhatIsMissing() {
        assertThat(sandbox.get("/api/v2/incidents/search", "").status()).isEqualTo(400);
        assertThat(sandbox.get("/api/v2/incidents/search", "query=a&sort=size").status())
                .isEqualTo(400);
        var missing = sandbox.get("/api/v2/incidents/none", "");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.json().at("/errors/0/detail").asText()).contains("none");
    }
}
