// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.dromedary.grpc.ServerStarted;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.service.ServiceSupport;
import org.junit.jupiter.api.Test;

/** Health as platform teams see it, of a Dromedary that runs for pipelines. */
class MonitorTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final String SECRET = "hook-secret-4711";

    @Test
    void checksAnInstancePermissionByPermission() throws Exception {
        try (var bundle = new ServingBundle("dromedary.instance.broken.site = nowhere.example")) {
            await().atMost(LONGEST).untilAsserted(() -> {
                assertThat(bundle.check("instance-sandbox-metric-queries")
                                .path("status")
                                .asText())
                        .isEqualTo("UP");
                assertThat(bundle.check("instance-broken-settings")
                                .path("status")
                                .asText())
                        .isEqualTo("DOWN");
            });
            for (var up : List.of("settings", "site", "keys", "metric-names", "hosts", "budget", "breaker", "cache")) {
                assertThat(bundle.check("instance-sandbox-" + up).path("status").asText())
                        .as(up)
                        .isEqualTo("UP");
            }
            assertThat(bundle.check("instance-broken-settings").path("text").asText())
                    .contains("Unknown Datadog site");
            assertThat(bundle.check("door-http").path("status").asText()).isEqualTo("UP");
            // what is wrong with an instance is health, but takes no process out of service
            assertThat(bundle.get("/observe/health").statusCode()).isEqualTo(503);
            assertThat(bundle.get("/observe/health/ready").statusCode()).isEqualTo(200);
            assertThat(bundle.get("/observe/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void showsRefusedKeysAndAnUnreachableSite() throws Exception {
        var datadog = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        datadog.start();
        datadog.stubFor(
                WireMock.any(WireMock.anyUrl()).willReturn(WireMock.jsonResponse("{\"errors\":[\"Forbidden\"]}", 403)));
        var settings = """
                dromedary.instance.refused.url = %s
                dromedary.instance.refused.api-key = 0123456789abcdef0123456789abcdef
                dromedary.instance.refused.app-key = fedcba9876543210fedcba9876543210fedcba98
                dromedary.instance.away.url = http://127.0.0.1:%d
                dromedary.instance.away.api-key = 0123456789abcdef0123456789abcdef
                dromedary.instance.away.app-key = fedcba9876543210fedcba9876543210fedcba98
                dromedary.health.ready-when = door-*,instance-refused-keys
                dromedary.datadog.breaker-calls = 4
                dromedary.datadog.breaker-time = 0s
                """.formatted(datadog.baseUrl(), ServingBundle.freePort());
        try (var bundle = new ServingBundle(settings)) {
            await().atMost(LONGEST).untilAsserted(() -> {
                assertThat(bundle.check("instance-refused-keys").path("status").asText())
                        .isEqualTo("DOWN");
                assertThat(bundle.check("instance-away-site").path("status").asText())
                        .isEqualTo("DOWN");
                assertThat(bundle.check("instance-away-breaker").path("text").asText())
                        .contains("is left alone");
            });
            assertThat(bundle.check("instance-refused-breaker").path("status").asText())
                    .isEqualTo("UP");
            assertThat(bundle.get("/observe/metrics").body())
                    .contains("dromedary_breaker_open{instance=\"away\"} 1.0")
                    .contains("dromedary_breaker_open{instance=\"refused\"} 0.0");
            assertThat(bundle.get("/api/v1/instances/away/health").body()).contains("\"breaker\":{\"open\":true");
            assertThat(bundle.check("instance-refused-site").path("status").asText())
                    .isEqualTo("UP");
            assertThat(bundle.check("instance-refused-metric-names")
                            .path("text")
                            .asText())
                    .contains("grant metrics_read");
            assertThat(bundle.get("/observe/health/ready").statusCode()).isEqualTo(503);
            assertThat(bundle.get("/observe/health/live").statusCode()).isEqualTo(200);
            assertThat(bundle.get("/health.json").body()).doesNotContain("0123456789abcdef", "fedcba9876543210");
        } finally {
            datadog.stop();
        }
    }

    @Test
    void aRouteThatCannotStartIsShownAndLeavesTheOthersReady() throws Exception {
        var stuck = new RouteBuilder() {
            @Override
            public void configure() {
                from("file:target/no-such-directory?startingDirectoryMustExist=true&autoCreate=false")
                        .routeId("own-stuck")
                        .to("log:stuck");
                from("platform-http:/own").routeId("own-door").process(new NeverStarting());
            }
        };
        try (var bundle = new ServingBundle("", stuck)) {
            await().atMost(LONGEST)
                    .until(() -> bundle.get("/observe/health/ready").statusCode() == 200);
            assertThat(bundle.check("route:own-stuck").path("status").asText()).isEqualTo("DOWN");
            assertThat(bundle.check("route:own-door").path("text").asText()).contains("cannot start");
            assertThat(bundle.check("door-http").path("status").asText()).isEqualTo("UP");
            assertThat(bundle.get("/observe/health").statusCode()).isEqualTo(503);
            assertThat(bundle.get("/observe/health/ready").statusCode()).isEqualTo(200);
        }
        try (var bundle = new ServingBundle("dromedary.health.ready-when = door-*,route:own-*", stuck)) {
            assertThat(bundle.get("/observe/health/ready").statusCode()).isEqualTo(503);
        }
    }

    private static final class NeverStarting extends ServiceSupport implements Processor {
        @Override
        public void process(Exchange exchange) {}

        @Override
        protected void doStart() {
            throw new IllegalStateException("not today");
        }
    }

    @Test
    void asksOtherDromedariesOverGrpc() throws Exception {
        var address = new CompletableFuture<InetSocketAddress>();
        var other = new Bundle(".", Map.of()).main(true, false);
        other.bind("handshake", (ServerStarted) address::complete);
        other.start();
        try {
            var settings = """
                    dromedary.remote.near.address = 127.0.0.1:%d
                    dromedary.remote.gone.address = 127.0.0.1:%d
                    """.formatted(address.get(30, TimeUnit.SECONDS).getPort(), ServingBundle.freePort());
            try (var bundle = new ServingBundle(settings)) {
                await().atMost(LONGEST).untilAsserted(() -> {
                    assertThat(bundle.check("remote-near").path("status").asText())
                            .isEqualTo("UP");
                    assertThat(bundle.check("remote-gone").path("status").asText())
                            .isEqualTo("DOWN");
                });
            }
        } finally {
            other.stop();
        }
    }

    @Test
    void turnsWatchedQueriesIntoHealthGaugesAndEvents() throws Exception {
        var events = new CopyOnWriteArrayList<String>();
        var settings = """
                dromedary.watch.busy.query = avg:system.cpu.user{*}
                dromedary.watch.busy.instance = sandbox
                dromedary.watch.busy.above = 0.001
                dromedary.watch.busy.to = direct:busy
                dromedary.watch.calm.query = avg:system.cpu.user{*} by {host}
                dromedary.watch.calm.above = 1000000
                dromedary.watch.calm.to = direct:busy
                dromedary.watch.lost.query = avg:system.cpu.user{*}
                dromedary.watch.lost.above = 0.001
                dromedary.watch.lost.to = nosuchcomponent:x?token=%s
                dromedary.watch.wrong.query = avg:system.cpu.user{
                dromedary.watch.wrong.above = 1
                dromedary.watch.typo.treshold = 1
                """.formatted(SECRET);
        try (var bundle = new ServingBundle(settings, collecting(events))) {
            await().atMost(LONGEST).untilAsserted(() -> {
                assertThat(bundle.check("watch-busy").path("status").asText()).isEqualTo("DOWN");
                assertThat(bundle.check("watch-calm").path("status").asText()).isEqualTo("UP");
                assertThat(bundle.check("watch-lost").path("text").asText())
                        .contains("cannot be sent", "dromedary.watch.lost.to");
                assertThat(bundle.check("watch-wrong").path("status").asText()).isEqualTo("UNKNOWN");
                assertThat(bundle.check("watch-wrong").path("text").asText()).isNotEqualTo("It has not been asked yet");
                assertThat(events).hasSize(1);
            });
            assertThat(bundle.check("watch-typo").path("status").asText()).isEqualTo("DOWN");
            assertThat(bundle.check("watch-typo").path("text").asText()).contains("treshold is unknown");
            var event = new ObjectMapper().readTree(events.get(0));
            assertThat(event.path("watch").asText()).isEqualTo("busy");
            assertThat(event.path("state").asText()).isEqualTo("breached");
            assertThat(event.path("value").asDouble()).isGreaterThan(0.001);
            assertThat(event.path("above").asDouble()).isEqualTo(0.001);

            assertThat(bundle.get("/observe/metrics").body())
                    .containsPattern("dromedary_watch_breached\\{watch=\"busy\"} 1")
                    .containsPattern("dromedary_watch_breached\\{watch=\"calm\"} 0")
                    .containsPattern("dromedary_watch_value\\{watch=\"calm\"} \\d")
                    .doesNotContain(SECRET);
            assertThat(bundle.get("/health.json").body()).doesNotContain(SECRET);
            assertThat(bundle.get("/observe/health").body()).doesNotContain(SECRET);
        }
    }

    @Test
    void aRouteThatCannotStartLeavesTheOthersAlone() throws Exception {
        var broken = new RouteBuilder() {
            @Override
            public void configure() {
                from("file:/nowhere/at/all?autoCreate=false&directoryMustExist=true")
                        .routeId("own-broken")
                        .to("log:own");
            }
        };
        try (var bundle = new ServingBundle("", broken)) {
            assertThat(bundle.get("/api/v1/instances").statusCode()).isEqualTo(200);
            assertThat(bundle.check("door-http").path("status").asText()).isEqualTo("UP");
            assertThat(bundle.get("/observe/health").body()).contains("own-broken");
        }
    }

    @Test
    void showsAPageThatNeedsNoScript() throws Exception {
        var settings = """
                dromedary.watch.markup.query = avg:<script>alert(1)</script>{*}
                dromedary.watch.markup.below = 1
                """;
        try (var bundle = new ServingBundle(settings)) {
            var page = bundle.get("/health");

            assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
            assertThat(page.body())
                    .contains("<h1>Dromedary", "door-http")
                    .containsOnlyOnce("<td>watch-markup</td>")
                    .doesNotContain("<script");
        }
    }

    @Test
    void isNotThereInGrafana() throws Exception {
        var main = new Bundle(".", Map.of()).main(true, false);
        main.bind("handshake", (ServerStarted) address -> {});
        main.start();
        try {
            assertThat(main.getCamelContext().getRoutes())
                    .extracting(route -> route.getRouteId())
                    .contains("health-check", "query-run")
                    .noneMatch(id -> id.startsWith("health-watch") || id.startsWith("health-instance"));
        } finally {
            main.stop();
        }
    }

    private static RouteBuilder collecting(List<String> events) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:busy")
                        .routeId("own-busy")
                        .process(exchange -> events.add(exchange.getMessage().getBody(String.class)));
            }
        };
    }
}
