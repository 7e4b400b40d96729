// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dromedary.sandbox.world.Incident;
import io.dromedary.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An incident shows in its service, in who calls it, on its hosts, and nowhere else. */
class IncidentVisibilityTest {

    private static final World WORLD = World.of(7);

    private final Sandbox sandbox = new Sandbox();

    /** One of each service, of the last ten days. */
    static List<Incident> incidents() {
        long now = Sandbox.NOW.toEpochMilli();
        var all = WORLD.incidents()
                .between(
                        now - Duration.ofDays(10).toMillis(),
                        now - Duration.ofHours(6).toMillis());
        return WORLD.shop().services().stream()
                .flatMap(service -> all.stream()
                        .filter(one -> one.service().equals(service.name()))
                        .limit(1))
                .toList();
    }

    /** How many times as high it is in the middle of the incident as in the quarter of an hour that ends before it. */
    private double rise(String query, Incident incident) {
        double before = mean(query, incident.startMs() - 1_200_000, incident.startMs() - 60_000);
        double during = mean(query, incident.startMs() + 240_000, incident.endMs() - 300_000);
        return during / before;
    }

    private double mean(String query, long fromMs, long toMs) {
        var series =
                sandbox.series(query, Instant.ofEpochMilli(fromMs), Instant.ofEpochMilli(toMs), Duration.ofSeconds(20));
        return Arrays.stream(series.get("")).average().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("incidents")
    void showsWhereItShould(Incident incident) {
        for (var service : WORLD.shop().services()) {
            double share = WORLD.shop().suffering(service.name(), incident.service());
            if (service.isApplication()) {
                var scope = "{env:prod,service:" + service.name() + "}";
                double latency = rise("p95:trace.http.request" + scope, incident);
                double errors = rise("default_zero(sum:trace.http.request.errors" + scope + ")", incident);
                if (share > 0) {
                    assertThat(latency).as("latency of %s", service.name()).isGreaterThan(1.3);
                    assertThat(errors).as("errors of %s", service.name()).isGreaterThan(2);
                } else {
                    assertThat(latency).as("latency of %s", service.name()).isCloseTo(1, within(0.12));
                    assertThat(errors).as("errors of %s", service.name()).isLessThan(1.8);
                }
            }
            double cpu = rise("avg:system.cpu.user{env:prod,service:" + service.name() + "}", incident);
            if (share == 1) {
                assertThat(cpu).as("cpu of %s", service.name()).isGreaterThan(1.5);
            } else {
                assertThat(cpu).as("cpu of %s", service.name()).isCloseTo(1, within(0.3));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("incidents")
    void staysOutOfStaging(Incident incident) {
        assertThat(rise("avg:system.cpu.user{env:staging}", incident)).isCloseTo(1, within(0.3));
        assertThat(rise("p95:trace.http.request{env:staging}", incident)).isCloseTo(1, within(0.3));
    }
}
