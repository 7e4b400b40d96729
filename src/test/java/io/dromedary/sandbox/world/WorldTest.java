// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WorldTest {

    private static final long NOW = 1_773_155_251_000L;
    private static final long MONTH = Duration.ofDays(30).toMillis();

    private final World world = World.of(7);

    @Test
    void hasHostsInThreeRegions() {
        assertThat(world.shop().hosts()).hasSize(24).extracting(Host::name).doesNotHaveDuplicates();
        assertThat(world.shop().hosts().stream().map(Host::region).collect(Collectors.toSet()))
                .hasSize(3);
        assertThat(world.shop().hosts()).anyMatch(host -> !host.isProduction());
    }

    @Test
    void hasAnIncidentAboutEverySixHours() {
        var incidents = world.incidents().between(NOW - MONTH, NOW);
        assertThat(incidents).hasSizeBetween(85, 120);
        assertThat(incidents).allSatisfy(incident -> {
            assertThat(incident.endMs() - incident.startMs())
                    .isBetween(
                            Duration.ofMinutes(16).toMillis(),
                            Duration.ofMinutes(26).toMillis());
            assertThat(Incidents.slotOf(incident.startMs()))
                    .isEqualTo(Incidents.slotOf(incident.endMs()))
                    .isEqualTo(incident.number());
        });
        assertThat(incidents.stream().map(Incident::service).collect(Collectors.toSet()))
                .hasSize(8);
    }

    @Test
    void findsAnIncidentInAnyWindowThatTouchesIt() {
        var incident = world.incidents().between(NOW - MONTH, NOW).get(3);
        assertThat(world.incidents().between(incident.endMs() - 1, incident.endMs()))
                .containsExactly(incident);
        assertThat(world.incidents().between(incident.endMs(), incident.endMs() + 1))
                .isEmpty();
        assertThat(World.of(7).incidents().between(incident.startMs(), incident.startMs() + 1))
                .containsExactly(incident);
    }

    @Test
    void makesCallersSuffer() {
        var shop = world.shop();
        assertThat(shop.suffering("postgres", "postgres")).isEqualTo(1);
        assertThat(shop.suffering("checkout", "postgres")).isEqualTo(0.5);
        assertThat(shop.suffering("web", "postgres")).isEqualTo(0.25);
        assertThat(shop.suffering("search", "postgres")).isZero();
        assertThat(shop.suffering("postgres", "checkout")).isZero();
    }

    @Test
    void deploysOneVersionAfterTheOther() {
        var deployments = world.deployments().between("cart", Shop.PRODUCTION, NOW - MONTH, NOW);
        assertThat(deployments)
                .hasSizeBetween(8, 13)
                .extracting(Deployment::version)
                .doesNotHaveDuplicates();
        for (int i = 1; i < deployments.size(); i++) {
            assertThat(deployments.get(i).fromMs())
                    .isEqualTo(deployments.get(i - 1).toMs())
                    .isGreaterThan(deployments.get(i - 1).fromMs());
        }
        assertThat(deployments.get(0).fromMs()).isLessThanOrEqualTo(NOW - MONTH);
        assertThat(deployments.get(deployments.size() - 1).toMs()).isGreaterThanOrEqualTo(NOW);
    }

    @Test
    void cutsAWindowIntoItsDays() {
        var pieces = new ArrayList<Long>();
        Presence.DAYTIME.pieces(NOW - Duration.ofDays(1).toMillis(), NOW, (from, to) -> pieces.add((to - from) / 1000));
        // from 15:07:31 to 22:00:00, then from 06:00:00 to 15:07:31
        assertThat(pieces).containsExactly(24_749L, 32_851L);
    }

    @Test
    void isAnotherWorldWithAnotherSeed() {
        assertThat(World.of(8).incidents().between(NOW - MONTH, NOW))
                .isNotEqualTo(world.incidents().between(NOW - MONTH, NOW));
    }
}
