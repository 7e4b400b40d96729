// SPDX-License-Identifier: Apache-2.0
package io.dromedary.tracing.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteSamplerTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private String answer;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/sampling", exchange -> {
            try (exchange) {
                var body = answer.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                asked.add(exchange.getRequestURI().getQuery());
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private RemoteSampler sampler(Sampler first) {
        return new RemoteSampler(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sampling"), "shop", first);
    }

    private static boolean keeps(Sampler sampler) {
        var result = sampler.shouldSample(Context.root(), "0", "call", SpanKind.SERVER, Attributes.empty(), List.of());
        return result.getDecision() == SamplingDecision.RECORD_AND_SAMPLE;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"strategyType\":\"PROBABILISTIC\",\"probabilisticSampling\":{\"samplingRate\":1}}",
                "{\"strategyType\":0,\"probabilisticSampling\":{\"samplingRate\":1.0}}",
                "{\"strategyType\":\"RATE_LIMITING\",\"rateLimitingSampling\":{\"maxTracesPerSecond\":1000000}}",
                "{\"probabilisticSampling\":{\"samplingRate\":0},\"operationSampling\":{\"defaultSamplingProbability\":1}}"
            })
    void doesWhatTheServerSays(String strategy) {
        answer = strategy;
        try (var sampler = sampler(Sampler.alwaysOff())) {
            await().until(() -> keeps(sampler));

            assertThat(asked).containsOnly("service=shop");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "nonsense", "{\"probabilisticSampling\":{\"samplingRate\":\"all\"}}"})
    void goesOnAsBeforeWhereItSaysNothing(String nothing) {
        answer = nothing;
        try (var sampler = sampler(Sampler.alwaysOn())) {
            sampler.ask();

            assertThat(keeps(sampler)).isTrue();
        }
    }
}
