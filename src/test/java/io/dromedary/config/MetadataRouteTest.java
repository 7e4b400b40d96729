// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import io.dromedary.instance.Instances;
import io.dromedary.instance.Lease;
import io.dromedary.instance.Sources;
import io.dromedary.metadata.MetricMetadata;
import io.dromedary.metadata.Percentiles;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetadataRouteTest {

    private static final MetricMetadata RATE = new MetricMetadata("rate", "byte", "second", "");

    private static final MetricMetadata DISTRIBUTION = new MetricMetadata("distribution", "", "", "");

    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private volatile RouteWorld.Datadog datadog = (request, instance) -> RATE;
    private RouteWorld world;

    @BeforeEach
    void start() throws Exception {
        world = new RouteWorld(
                2,
                (request, instance) -> {
                    asked.add(request.path());
                    return datadog.answer(request, instance);
                },
                "query/metadata",
                Map.of());
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void asksOnceAboutAMetric() {
        try (var lease = lease("one")) {
            assertThat(metadata(lease, "net.sent")).isEqualTo(RATE);
            assertThat(metadata(lease, "net.sent")).isEqualTo(RATE);
            assertThat(asked).containsExactly("/api/v1/metrics/net.sent");
        }
    }

    @Test
    void neverSharesBetweenInstances() {
        try (var one = lease("one");
                var two = lease("two")) {
            metadata(one, "net.sent");
            metadata(two, "net.sent");
        }

        assertThat(asked).hasSize(2);
    }

    @Test
    void remembersThatDatadogDoesNotTell() {
        datadog = failing(404);
        try (var lease = lease("one")) {
            assertThat(metadata(lease, "net.sent")).isEqualTo(MetricMetadata.UNKNOWN);
            assertThat(metadata(lease, "net.sent")).isEqualTo(MetricMetadata.UNKNOWN);
        }

        assertThat(asked).hasSize(1);
    }

    @Test
    void asksAgainAfterACallThatNobodyWaitedFor() {
        datadog = failing(499);
        try (var lease = lease("one")) {
            assertThat(metadata(lease, "net.sent")).isEqualTo(MetricMetadata.UNKNOWN);
            datadog = (request, instance) -> RATE;
            assertThat(metadata(lease, "net.sent")).isEqualTo(RATE);
        }
    }

    @Test
    void asksNothingAboutWhatIsNoName() {
        try (var lease = lease("one")) {
            assertThat(metadata(lease, "../v2/users")).isEqualTo(MetricMetadata.UNKNOWN);
        }

        assertThat(asked).isEmpty();
    }

    @Test
    void keepsWhetherADistributionHasPercentiles() {
        datadog = (request, instance) -> request.path().endsWith("/tags") ? Percentiles.DISABLED : DISTRIBUTION;
        try (var lease = lease("one")) {
            assertThat(metadata(lease, "shop.latency").lacksPercentiles()).isTrue();
            askPercentiles(lease, "shop.latency");
            assertThat(metadata(lease, "shop.latency").percentiles()).isEqualTo(Percentiles.DISABLED);
        }

        assertThat(asked).containsExactly("/api/v1/metrics/shop.latency", "/api/v2/metrics/shop.latency/tags");
    }

    @Test
    void doesNotAskAgainForPercentilesThatDatadogDoesNotTell() {
        datadog = (request, instance) ->
                request.path().endsWith("/tags") ? failing(403).answer(request, instance) : DISTRIBUTION;
        try (var lease = lease("one")) {
            metadata(lease, "shop.latency");
            askPercentiles(lease, "shop.latency");
            assertThat(metadata(lease, "shop.latency").lacksPercentiles()).isFalse();
            assertThat(metadata(lease, "shop.latency").percentiles()).isEqualTo(Percentiles.UNTOLD);
        }
    }

    private static RouteWorld.Datadog failing(int status) {
        return (request, instance) -> {
            throw new FailedException(new Failure(status, Source.DOWNSTREAM, "no"));
        };
    }

    private Lease lease(String uid) {
        return world.bean("instances", Instances.class).lease(Sources.sandbox(uid));
    }

    private void askPercentiles(Lease lease, String metric) {
        var exchange = world.send("query-metadata-percentiles", metric, Map.of("instance", lease.instance()));
        assertThat(exchange.getException()).isNull();
    }

    private MetricMetadata metadata(Lease lease, String metric) {
        var exchange = world.send("query-metadata", metric, Map.of("instance", lease.instance()));
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(MetricMetadata.class);
    }
}
