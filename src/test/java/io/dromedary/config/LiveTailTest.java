// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.google.protobuf.ByteString;
import io.dromedary.proto.pluginv2.DataSourceInstanceSettings;
import io.dromedary.proto.pluginv2.PluginContext;
import io.dromedary.proto.pluginv2.RunStreamRequest;
import io.dromedary.proto.pluginv2.StreamGrpc;
import io.dromedary.proto.pluginv2.StreamPacket;
import io.dromedary.proto.pluginv2.SubscribeStreamRequest;
import io.dromedary.proto.pluginv2.SubscribeStreamResponse;
import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Log lines as they arrive, over Grafana's stream, from a Datadog over HTTP. */
@Timeout(60)
class LiveTailTest {

    private static final int MOST = 4;

    private static final WireMockServer DATADOG =
            new WireMockServer(wireMockConfig().dynamicPort());

    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle(
            Map.of("dromedary.events.tail-period", "50ms", "dromedary.events.max-tails", Integer.toString(MOST)));

    private static int accounts;

    @BeforeEach
    void start() {
        DATADOG.start();
        DATADOG.resetAll();
        accounts++;
    }

    @AfterAll
    static void stop() {
        DATADOG.stop();
    }

    @Test
    void showsEachLineOnceAndOldestFirst() throws Exception {
        answers(200, lines("b", "a"), lines("c", "b"), lines("c"), lines("d", "c"));

        var shown = follow("{\"queryType\":\"logs\",\"query\":\"service:web\"}", 4);

        assertThat(shown).containsExactly("a", "b", "c", "d");
        var windows = DATADOG.getAllServeEvents().stream()
                .map(event -> tree(event.getRequest().getBodyAsString()).path("filter"))
                .toList();
        assertThat(windows)
                .allSatisfy(filter -> assertThat(filter.path("query").asText()).isEqualTo("service:web"));
        var newest = windows.get(0);
        var before = windows.get(1);
        assertThat(Instant.parse(newest.path("from").asText()))
                .as("the windows overlap")
                .isBefore(Instant.parse(before.path("to").asText()).minusSeconds(5));
    }

    @Test
    void saysWhyThereIsNothingAndGoesOn() throws Exception {
        DATADOG.stubFor(post(anyUrl())
                .inScenario("trouble")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("well")
                .willReturn(aResponse().withStatus(403).withBody("{\"errors\":[\"Forbidden\"]}")));
        DATADOG.stubFor(post(anyUrl())
                .inScenario("trouble")
                .whenScenarioStateIs("well")
                .willReturn(aResponse().withBody(lines("a"))));

        var shown = follow("{\"queryType\":\"logs\"}", 2);

        assertThat(shown.get(0)).contains("logs_read_data", "tries again");
        assertThat(shown.get(1)).isEqualTo("a");
    }

    @Test
    void endsWithItsSubscription() throws Exception {
        answers(200, lines("a"));
        var context = Context.current().withCancellation();
        context.call(() -> run("tail/1", "{\"queryType\":\"logs\"}").next());

        context.cancel(null);

        var calls = new AtomicInteger();
        await().pollInterval(Duration.ofMillis(200))
                .during(Duration.ofMillis(600))
                .atMost(Duration.ofSeconds(15))
                .until(() -> DATADOG.getAllServeEvents().size(), now -> now == calls.getAndSet(now));
    }

    @Test
    void waitsForAPlaceAndSaysSo() throws Exception {
        answers(200, lines("a"));
        var others = new ArrayList<CancellableContext>();
        for (var i = 0; i < MOST; i++) {
            var other = Context.current().withCancellation();
            others.add(other);
            assertThat(bodies(other.call(
                            () -> run("tail/1", "{\"queryType\":\"logs\"}").next())))
                    .containsExactly("a");
        }
        var late = Context.current().withCancellation();
        late.call(() -> {
            var packets = run("tail/1", "{\"queryType\":\"logs\"}");
            assertThat(bodies(packets.next()))
                    .singleElement()
                    .asString()
                    .startsWith(MOST + " live tails are open")
                    .contains("dromedary.events.max-tails");

            others.get(0).cancel(null);

            assertThat(bodies(packets.next())).containsExactly("a");
            return null;
        });
        others.forEach(other -> other.cancel(null));
        late.cancel(null);
    }

    @Test
    void refusesWhatCannotBeFollowed() {
        assertThat(subscribe("tail/1", "{}")).isEqualTo(SubscribeStreamResponse.Status.OK);
        assertThat(subscribe("logs", "{}")).isEqualTo(SubscribeStreamResponse.Status.NOT_FOUND);
        assertThatThrownBy(() -> run("logs", "{}").next())
                .isInstanceOf(StatusRuntimeException.class)
                .hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> run("tail/1", "{\"queryType\":\"spans\"}").next())
                .isInstanceOf(StatusRuntimeException.class)
                .hasMessageContaining("Only searches for logs");
        assertThatThrownBy(() -> run("tail/1", "{\"queryType\":\"logs\",\"query\":\"a:(\"}")
                        .next())
                .isInstanceOf(StatusRuntimeException.class)
                .hasMessageContaining("character");
    }

    /** Returns the bodies of the first lines, and lets the stream go. */
    private static List<String> follow(String saved, int lines) throws Exception {
        var context = Context.current().withCancellation();
        try {
            return context.call(() -> {
                var bodies = new ArrayList<String>();
                var packets = run("tail/1", saved);
                while (bodies.size() < lines) {
                    bodies.addAll(bodies(packets.next()));
                }
                return bodies;
            });
        } finally {
            context.cancel(null);
        }
    }

    private static List<String> bodies(StreamPacket packet) {
        var frame = tree(packet.getData().toStringUtf8());
        assertThat(frame.at("/schema/meta/type").asText()).isEqualTo("log-lines");
        assertThat(frame.at("/schema/fields/1/name").asText()).isEqualTo("body");
        var bodies = new ArrayList<String>();
        frame.at("/data/values/1").forEach(body -> bodies.add(body.asText()));
        return bodies;
    }

    private static void answers(int status, String... bodies) {
        for (var i = 0; i < bodies.length; i++) {
            var stub = post(anyUrl())
                    .inScenario("lines")
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "after " + i)
                    .willReturn(aResponse().withStatus(status).withBody(bodies[i]));
            DATADOG.stubFor(i + 1 < bodies.length ? stub.willSetStateTo("after " + (i + 1)) : stub);
        }
    }

    /** Newest first, as Datadog sends them. */
    private static String lines(String... ids) {
        var events = new ArrayList<String>();
        for (var id : ids) {
            events.add("{\"id\":\"" + id + "\",\"attributes\":{\"timestamp\":\"" + Instant.now() + "\",\"message\":\""
                    + id + "\"}}");
        }
        return "{\"data\":[" + String.join(",", events) + "]}";
    }

    private static Iterator<StreamPacket> run(String path, String saved) {
        return StreamGrpc.newBlockingStub(BUNDLE.channel())
                .runStream(RunStreamRequest.newBuilder()
                        .setPluginContext(context())
                        .setPath(path)
                        .setData(ByteString.copyFromUtf8(saved))
                        .build());
    }

    private static SubscribeStreamResponse.Status subscribe(String path, String saved) {
        return StreamGrpc.newBlockingStub(BUNDLE.channel())
                .subscribeStream(SubscribeStreamRequest.newBuilder()
                        .setPluginContext(context())
                        .setPath(path)
                        .setData(ByteString.copyFromUtf8(saved))
                        .build())
                .getStatus();
    }

    private static PluginContext context() {
        return PluginContext.newBuilder()
                .setOrgId(1)
                .setDataSourceInstanceSettings(DataSourceInstanceSettings.newBuilder()
                        .setUid("tail" + accounts)
                        .setLastUpdatedMS(1)
                        .setJsonData(ByteString.copyFromUtf8("{\"url\":\"" + DATADOG.baseUrl() + "\"}"))
                        .putDecryptedSecureJsonData("apiKey", "0123456789" + accounts)
                        .putDecryptedSecureJsonData("appKey", "9876543210" + accounts))
                .build();
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
