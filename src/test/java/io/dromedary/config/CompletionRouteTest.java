// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dromedary.autocomplete.Page;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.instance.Instance;
import io.dromedary.instance.Instances;
import io.dromedary.instance.Lease;
import io.dromedary.instance.Sources;
import io.dromedary.metadata.MetricMetadata;
import io.dromedary.resource.ResourceReply;
import io.dromedary.resource.ResourceRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CompletionRouteTest {

    private static final String METADATA = "/api/v1/metrics/";
    private static final List<String> METRICS =
            IntStream.range(10, 60).mapToObj(i -> "m." + i).toList();

    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile RouteWorld.Datadog datadog = CompletionRouteTest::shop;
    private RouteWorld world;
    private Lease lease;

    @BeforeEach
    void start() throws Exception {
        world = new RouteWorld(
                4,
                (request, instance) -> {
                    asked.add(request.path());
                    return datadog.answer(request, instance);
                },
                "autocomplete/*,resource/*,query/*",
                Map.of("dromedary.autocomplete.wait", "200ms", "dromedary.autocomplete.describe-wait", "20s"));
        lease = world.bean("instances", Instances.class).lease(Sources.sandbox("u"));
    }

    @AfterEach
    void stop() {
        released.countDown();
        lease.close();
        world.close();
    }

    @Test
    void asksForTheMetadataOfAFewOnlyAndOnce() {
        assertThat(complete("avg:m")).contains("\"text\":\"m.59\"").contains("gauge, byte – About m.10");
        complete("avg:m");

        assertThat(asked.stream().filter(path -> path.startsWith(METADATA)))
                .containsExactlyInAnyOrderElementsOf(
                        METRICS.subList(0, 8).stream().map(METADATA::concat).toList());
    }

    @Test
    void doesNotWaitForASlowListButHasItLater() {
        datadog = (request, instance) -> {
            released.await();
            return shop(request, instance);
        };

        assertThat(complete("av"))
                .contains("\"text\":\"avg\"")
                .contains("\"complete\":false,\"reason\":\"Datadog is still being asked for the names of metrics");
        released.countDown();
        await().untilAsserted(() -> assertThat(complete("avg:m.1")).contains("\"text\":\"m.19\""));
        assertThat(asked.stream().filter("/api/v2/metrics"::equals)).hasSize(1);
    }

    @Test
    void leavesADatadogAloneThatHasJustFailed() {
        datadog = (request, instance) -> {
            throw new FailedException(new Failure(503, Source.DOWNSTREAM, "Datadog is away"));
        };

        assertThat(complete("avg:m{")).contains("\"text\":\"*\"").contains("\"reason\":\"Datadog is away\"");
        assertThat(complete("avg:m{e")).contains("\"reason\":\"Datadog is away\"");
        assertThat(asked).containsExactly("/api/v2/metrics/m/all-tags");
    }

    @Test
    void saysThatTheMetricIsUnknown() {
        datadog = (request, instance) -> {
            throw new FailedException(new Failure(404, Source.DOWNSTREAM, "not there"));
        };

        assertThat(complete("avg:no.such{")).contains("\"reason\":\"Datadog does not know the metric no.such\"");
    }

    @Test
    void asksNothingWhereNoNameMayStand() {
        complete("avg:m{*}.ro");
        complete("avg:m{*} ");

        assertThat(asked).isEmpty();
    }

    private static Object shop(DatadogRequest<?> request, Instance instance) {
        var path = request.path();
        return path.startsWith(METADATA)
                ? new MetricMetadata("gauge", "byte", "", "About " + path.substring(METADATA.length()))
                : new Page(METRICS, "", METRICS.size());
    }

    private String complete(String text) {
        var body = ("{\"query\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8);
        var request = new ResourceRequest("POST", "autocomplete/complete", Map.of(), body);
        var exchange = world.send("resource-call", request, Map.of("instance", lease.instance()));
        assertThat(exchange.getException()).isNull();
        return new String(exchange.getMessage().getBody(ResourceReply.class).body(), StandardCharsets.UTF_8);
    }
}
