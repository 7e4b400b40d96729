// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.dromedary.call.FailedException;
import io.dromedary.datadog.DatadogException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The Kamelets, used by routes as somebody would write them. */
class PipelineTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final WireMockExtension DATADOG = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().gzipDisabled(true))
            .build();

    /** One for all tests but that of a restart: each takes seconds to start. */
    private static ServingBundle shared;

    private static ProducerTemplate template;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() throws Exception {
        // calls themselves wait for no limit here, so that it is the pipeline that does
        var settings = "dromedary.datadog.max-rate-limit-wait = 0s\n"
                + instance("own", '1')
                + instance("limited", '2')
                + instance("hasty", '3')
                + "dromedary.instance.hasty.rate-limit = fail\n";
        shared = new ServingBundle(settings, actions(), sinks("own"), sinks("limited"), sinks("hasty"));
        template = shared.context().createProducerTemplate();
    }

    @AfterAll
    static void stop() {
        shared.close();
    }

    @Test
    void everyPointComesOnceAlsoAfterARestart() throws Exception {
        var points = new CopyOnWriteArrayList<JsonNode>();
        for (var run = 1; run <= 2; run++) {
            var soFar = points.size();
            try (var bundle = new ServingBundle("", source(points))) {
                await().atMost(LONGEST).until(() -> points.size() >= soFar + 3);
            }
        }

        var times = new ArrayList<Long>();
        points.forEach(point -> times.add(point.path("millis").asLong()));
        assertThat(times).isSorted().doesNotHaveDuplicates();
        assertThat(times.get(times.size() - 1) - times.get(0)).isEqualTo((times.size() - 1) * 1000L);
        assertThat(points).allSatisfy(point -> {
            assertThat(point.path("value").isNumber()).isTrue();
            assertThat(point.path("time").asText()).startsWith("20");
        });
    }

    @Test
    void aPointThatCannotBeDeliveredIsTriedAgainAndNoneIsLost() throws Exception {
        var points = new CopyOnWriteArrayList<JsonNode>();
        var failures = new CopyOnWriteArrayList<String>();
        var flaky = new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from(sourceUri()).routeId("own-flaky").process(exchange -> {
                    var point = JSON.readTree(exchange.getMessage().getBody(String.class));
                    if (failures.size() < 2 && points.size() == 2) {
                        failures.add(point.path("time").asText());
                        throw new IllegalStateException("the receiver is away");
                    }
                    points.add(point);
                });
            }
        };
        shared.context().addRoutes(flaky);
        shared.context().getRouteController().startRoute("own-flaky");
        await().atMost(LONGEST).until(() -> points.size() >= 4);

        assertThat(failures).hasSize(2);
        assertThat(points.stream().map(point -> point.path("millis").asLong()))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void anActionPutsRowsInPlaceOfTheBody() throws Exception {
        var rows = JSON.readTree(template.requestBodyAndHeader("direct:ask", "", "host", "", String.class));
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.path("host").asText()).isNotEmpty();
            assertThat(row.path("Value").isNumber()).isTrue();
        });
        assertThat(template.requestBody("direct:csv", "", String.class)).startsWith("refId,name,time,value\r\n");
        assertThatThrownBy(() -> template.requestBody("direct:wrong", "", String.class))
                .isInstanceOf(CamelExecutionException.class)
                .hasCauseInstanceOf(FailedException.class);
    }

    @Test
    void sendsPointsTogetherAndCompressed() throws Exception {
        DATADOG.stubFor(post(urlEqualTo("/api/v2/series"))
                .willReturn(aResponse().withStatus(202).withBody("{\"errors\":[]}")));
        template.sendBody("direct:own-points", "{\"metric\":\"own.a\",\"value\":1.5,\"timestamp\":1795000000}");
        template.sendBody(
                "direct:own-points",
                "[{\"value\":2,\"type\":\"count\",\"tags\":[\"env:prod\"],\"host\":\"h\","
                        + "\"time\":\"2026-11-18T11:06:40Z\",\"labels\":{\"region\":\"eu\"}}]");
        await().atMost(LONGEST).untilAsserted(() -> DATADOG.verify(1, postRequestedFor(urlEqualTo("/api/v2/series"))));

        var request = DATADOG.findAll(postRequestedFor(urlEqualTo("/api/v2/series"))
                        .withHeader("Content-Encoding", equalTo("gzip"))
                        .withHeader("DD-API-KEY", equalTo(key('1'))))
                .get(0);
        var series = JSON.readTree(request.getBody()).path("series");
        assertThat(series).hasSize(2);
        assertThat(series.get(0))
                .isEqualTo(JSON.readTree("{\"metric\":\"own.a\",\"type\":3,\"tags\":[],"
                        + "\"points\":[{\"timestamp\":1795000000,\"value\":1.5}]}"));
        assertThat(series.get(1))
                .isEqualTo(JSON.readTree("{\"metric\":\"own.default\",\"type\":1,\"tags\":[\"env:prod\",\"region:eu\"],"
                        + "\"points\":[{\"timestamp\":1795000000,\"value\":2.0}],"
                        + "\"resources\":[{\"type\":\"host\",\"name\":\"h\"}]}"));
    }

    @Test
    void waitsForARateLimitAndSendsAgain() throws Exception {
        DATADOG.stubFor(post(urlEqualTo("/api/v1/events"))
                .inScenario("limit")
                .whenScenarioStateIs("Started")
                .willReturn(aResponse()
                        .withStatus(429)
                        .withHeader("X-RateLimit-Name", "events")
                        .withHeader("X-RateLimit-Limit", "1")
                        .withHeader("X-RateLimit-Period", "10")
                        .withHeader("X-RateLimit-Remaining", "0")
                        .withHeader("X-RateLimit-Reset", "1"))
                .willSetStateTo("free"));
        DATADOG.stubFor(post(urlEqualTo("/api/v1/events"))
                .inScenario("limit")
                .whenScenarioStateIs("free")
                .willReturn(aResponse().withStatus(202).withBody("{\"status\":\"ok\"}")));
        var begin = System.nanoTime();
        template.sendBody(
                "direct:limited-event", "{\"title\":\"Deployed\",\"tags\":[\"a:b\"],\"alertType\":\"success\"}");

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(900));
        var sent = DATADOG.findAll(postRequestedFor(urlEqualTo("/api/v1/events")));
        assertThat(sent).hasSize(2);
        var event = JSON.readTree(sent.get(1).getBody());
        assertThat(event.path("title").asText()).isEqualTo("Deployed");
        assertThat(event.path("alert_type").asText()).isEqualTo("success");
        assertThat(event.path("tags")).extracting(JsonNode::asText).containsExactly("a:b", "env:test");
    }

    @Test
    void failsAtOnceWhereTheInstanceWaitsForNoRateLimit() throws Exception {
        for (var path : List.of("/api/v1/events", "/api/v2/series")) {
            DATADOG.stubFor(post(urlEqualTo(path))
                    .willReturn(aResponse()
                            .withStatus(429)
                            .withHeader("X-RateLimit-Remaining", "0")
                            .withHeader("X-RateLimit-Reset", "1")));
        }
        assertThatThrownBy(() -> template.sendBody("direct:hasty-event", "{\"title\":\"Deployed\"}"))
                .hasCauseInstanceOf(DatadogException.class)
                .hasRootCauseMessage(
                        "Datadog's rate limit for /api/v1/events is used up; it can be asked again in 1 s");
        assertThatThrownBy(() -> template.sendBody("direct:hasty-point", "{\"value\":1}"))
                .hasCauseInstanceOf(DatadogException.class);
        DATADOG.verify(1, postRequestedFor(urlEqualTo("/api/v1/events")));
        DATADOG.verify(1, postRequestedFor(urlEqualTo("/api/v2/series")));
    }

    @Test
    void refusesWhatCannotBeSubmittedAndSaysWhy() throws Exception {
        for (var wrong : List.of("{", "[1]", "{\"text\":\"no title\"}", "{\"title\":\"t\",\"alertType\":\"red\"}")) {
            assertThatThrownBy(() -> template.sendBody("direct:own-event", wrong))
                    .as(wrong)
                    .hasCauseInstanceOf(FailedException.class);
        }
        DATADOG.verify(0, postRequestedFor(urlEqualTo("/api/v1/events")));
    }

    /** @param digit makes keys of its own, so that no other instance shares the rate limits */
    private static String instance(String name, char digit) {
        return """
                dromedary.instance.%1$s.url = %2$s
                dromedary.instance.%1$s.api-key = %3$s
                dromedary.instance.%1$s.app-key = %3$s
                """.formatted(name, DATADOG.baseUrl(), key(digit));
    }

    private static String key(char digit) {
        return String.valueOf(digit).repeat(32);
    }

    private String sourceUri() {
        return "kamelet:datadog-metrics-source?instance=sandbox&query=RAW(sum:shop.orders{*}.as_count())"
                + "&interval=1s&delay=1s&period=200&offsetFile=" + directory.resolve("offset");
    }

    private RouteBuilder source(List<JsonNode> points) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(sourceUri())
                        .routeId("own-points")
                        .process(exchange ->
                                points.add(JSON.readTree(exchange.getMessage().getBody(String.class))));
            }
        };
    }

    private static RouteBuilder actions() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:ask")
                        .routeId("own-ask")
                        .errorHandler(noErrorHandler())
                        .to("kamelet:datadog-query-action?instance=sandbox&aggregator=avg"
                                + "&query=RAW(avg:system.cpu.user{host:${header.host}*} by {host})");
                from("direct:csv")
                        .routeId("own-csv")
                        .errorHandler(noErrorHandler())
                        .to("kamelet:datadog-query-action?instance=sandbox&format=csv"
                                + "&query=RAW(avg:system.cpu.user{*})");
                from("direct:wrong")
                        .routeId("own-wrong")
                        .errorHandler(noErrorHandler())
                        .to("kamelet:datadog-query-action?instance=sandbox&query=RAW(avg:system.cpu.user{)");
            }
        };
    }

    private static RouteBuilder sinks(String instance) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:" + instance + "-points")
                        .routeId("own-points-" + instance)
                        .to("kamelet:datadog-metrics-sink?batchTimeout=1000&metric=own.default&instance=" + instance);
                from("direct:" + instance + "-point")
                        .routeId("own-point-" + instance)
                        .errorHandler(noErrorHandler())
                        .to("kamelet:datadog-metrics-sink?batchSize=1&metric=own.default&instance=" + instance);
                from("direct:" + instance + "-event")
                        .routeId("own-event-" + instance)
                        .errorHandler(noErrorHandler())
                        .to("kamelet:datadog-event-sink?tags=env:test&instance=" + instance);
            }
        };
    }
}
