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
import org.apache.camel.builder.RouteBuilder;
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

    @TempDir
    private Path directory;

    @Test
    void everyPointComesOnceAlsoAfterARestart() throws Exception {
        var points = new CopyOnWriteArrayList<JsonNode>();
        for (var run = 1; run <= 2; run++) {
            var soFar = points.size();
            try (var bundle = new ServingBundle("", source(points))) {
                await().atMost(LONGEST).until(() -> points.size() >= soFar + 4);
            }
        }

        var times = new ArrayList<Long>();
        points.forEach(point -> times.add(point.path("millis").asLong()));
        assertThat(times).isSorted().doesNotHaveDuplicates();
        assertThat(times.get(times.size() - 1) - times.get(0)).isEqualTo((times.size() - 1) * 2000L);
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
        try (var bundle = new ServingBundle("", flaky)) {
            await().atMost(LONGEST).until(() -> points.size() >= 5);
        }

        assertThat(failures).hasSize(2);
        assertThat(points.stream().map(point -> point.path("millis").asLong()))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void anActionPutsRowsInPlaceOfTheBody() throws Exception {
        var action = new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:ask")
                        .routeId("own-ask")
                        .errorHandler(noErrorHandler())
                        .to("kamelet:datadog-query-action?aggregator=avg"
                                + "&query=RAW(avg:system.cpu.user{host:${header.host}*} by {host})");
                from("direct:csv")
                        .routeId("own-csv")
                        .errorHandler(noErrorHandler())
                        .to("kamelet:datadog-query-action?format=csv&query=RAW(avg:system.cpu.user{*})");
                from("direct:wrong")
                        .routeId("own-wrong")
                        .errorHandler(noErrorHandler())
                        .to("kamelet:datadog-query-action?query=RAW(avg:system.cpu.user{)");
            }
        };
        try (var bundle = new ServingBundle("", action);
                var template = bundle.context().createProducerTemplate()) {
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
    }

    @Test
    void sendsPointsTogetherAndCompressed() throws Exception {
        DATADOG.stubFor(post(urlEqualTo("/api/v2/series"))
                .willReturn(aResponse().withStatus(202).withBody("{\"errors\":[]}")));
        try (var bundle = new ServingBundle(instance(), sinks());
                var template = bundle.context().createProducerTemplate()) {
            template.sendBody("direct:points", "{\"metric\":\"own.a\",\"value\":1.5,\"timestamp\":1795000000}");
            template.sendBody(
                    "direct:points",
                    "[{\"value\":2,\"type\":\"count\",\"tags\":[\"env:prod\"],\"host\":\"h\","
                            + "\"time\":\"2026-11-18T11:06:40Z\",\"labels\":{\"region\":\"eu\"}}]");
            await().atMost(LONGEST)
                    .untilAsserted(() -> DATADOG.verify(1, postRequestedFor(urlEqualTo("/api/v2/series"))));
        }

        var request = DATADOG.findAll(postRequestedFor(urlEqualTo("/api/v2/series"))
                        .withHeader("Content-Encoding", equalTo("gzip"))
                        .withHeader("DD-API-KEY", equalTo("0123456789abcdef0123456789abcdef")))
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
                        .withHeader("X-RateLimit-Reset", "2"))
                .willSetStateTo("free"));
        DATADOG.stubFor(post(urlEqualTo("/api/v1/events"))
                .inScenario("limit")
                .whenScenarioStateIs("free")
                .willReturn(aResponse().withStatus(202).withBody("{\"status\":\"ok\"}")));
        // the call itself waits for no limit here, so that it is the pipeline that does
        var settings = instance() + "dromedary.datadog.max-rate-limit-wait = 0s\n";
        try (var bundle = new ServingBundle(settings, sinks());
                var template = bundle.context().createProducerTemplate()) {
            var begin = System.nanoTime();
            template.sendBody("direct:event", "{\"title\":\"Deployed\",\"tags\":[\"a:b\"],\"alertType\":\"success\"}");

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(1900));
        }
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
        try (var bundle = new ServingBundle(instance() + "dromedary.instance.own.rate-limit = fail\n", sinks());
                var template = bundle.context().createProducerTemplate()) {
            assertThatThrownBy(() -> template.sendBody("direct:event", "{\"title\":\"Deployed\"}"))
                    .hasCauseInstanceOf(DatadogException.class)
                    .hasRootCauseMessage(
                            "Datadog's rate limit for /api/v1/events is used up; it can be asked again in 1 s");
            assertThatThrownBy(() -> template.sendBody("direct:point", "{\"value\":1}"))
                    .hasCauseInstanceOf(DatadogException.class);
        }
        DATADOG.verify(1, postRequestedFor(urlEqualTo("/api/v1/events")));
        DATADOG.verify(1, postRequestedFor(urlEqualTo("/api/v2/series")));
    }

    @Test
    void refusesWhatCannotBeSubmittedAndSaysWhy() throws Exception {
        try (var bundle = new ServingBundle(instance(), sinks());
                var template = bundle.context().createProducerTemplate()) {
            for (var wrong :
                    List.of("{", "[1]", "{\"text\":\"no title\"}", "{\"title\":\"t\",\"alertType\":\"red\"}")) {
                assertThatThrownBy(() -> template.sendBody("direct:event", wrong))
                        .as(wrong)
                        .hasCauseInstanceOf(FailedException.class);
            }
            DATADOG.verify(0, postRequestedFor(urlEqualTo("/api/v1/events")));
        }
    }

    private static String instance() {
        return """
                dromedary.instance.own.url = %s
                dromedary.instance.own.api-key = 0123456789abcdef0123456789abcdef
                dromedary.instance.own.app-key = fedcba9876543210fedcba9876543210fedcba98
                """.formatted(DATADOG.baseUrl());
    }

    private String sourceUri() {
        return "kamelet:datadog-metrics-source?query=RAW(sum:shop.orders{*}.as_count())&interval=2s&delay=1s&period=500"
                + "&offsetFile=" + directory.resolve("offset");
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

    private static RouteBuilder sinks() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:points")
                        .routeId("own-sink")
                        .to("kamelet:datadog-metrics-sink?instance=own&metric=own.default&batchTimeout=1000");
                from("direct:point")
                        .routeId("own-single")
                        .errorHandler(noErrorHandler())
                        .to("kamelet:datadog-metrics-sink?instance=own&metric=own.default&batchSize=1");
                from("direct:event")
                        .routeId("own-events")
                        .errorHandler(noErrorHandler())
                        .to("kamelet:datadog-event-sink?instance=own&tags=env:test");
            }
        };
    }
}
