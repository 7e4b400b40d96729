// SPDX-License-Identifier: Apache-2.0
package io.dromedary.tracing.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.tracing.Propagation;
import io.dromedary.tracing.Sampling;
import io.dromedary.tracing.Span;
import io.dromedary.tracing.TraceSettings;
import io.dromedary.tracing.TraceSettings.Protocol;
import io.dromedary.tracing.TraceTls;
import io.dromedary.tracing.Tracing;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OtlpTracingTest {

    private static final Duration SHUTDOWN = Duration.ofMillis(1500);

    private TraceReceiver receiver;

    @BeforeEach
    void listen() throws Exception {
        receiver = new TraceReceiver();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    private Tracing tracing(String endpoint, Protocol protocol, Sampling sampling) {
        var settings = new TraceSettings(
                URI.create(endpoint),
                protocol,
                Map.of("authorization", "Bearer t"),
                TraceTls.DEFAULT,
                List.of(Propagation.W3C),
                sampling,
                "shop",
                Map.of("deployment.environment.name", "test"));
        return OtlpTracing.start(settings, "1.2");
    }

    @Test
    void sendsOverHttp() {
        try (var tracing = tracing(receiver.httpAddress() + "/v1/traces", Protocol.HTTP, Sampling.ALL)) {
            tracing.client(Span.NONE, "GET /api/v1/validate").end();
        }

        var span = receiver.span(sent -> sent.kind() == SentSpan.CLIENT);
        assertThat(span.name()).isEqualTo("GET /api/v1/validate");
        assertThat(span.parentId()).isEmpty();
        assertThat(span.resource())
                .containsEntry("service.name", "shop")
                .containsEntry("service.version", "1.2")
                .containsEntry("deployment.environment.name", "test");
        assertThat(receiver.tokens()).containsOnly("Bearer t");
    }

    @Test
    void sendsOverGrpcWithItsHeaders() {
        try (var tracing = tracing("http://" + receiver.address(), Protocol.GRPC, Sampling.ALL)) {
            var server = tracing.server("call", name -> null);
            server.set("text", "x".repeat(1000));
            server.child("part").end();
            server.end();
        }

        var part = receiver.span(sent -> sent.name().equals("part"));
        var server = receiver.span(sent -> sent.spanId().equals(part.parentId()));
        assertThat(server.attributes().get("text")).hasSize(256);
        assertThat(receiver.tokens()).containsOnly("Bearer t");
    }

    @Test
    void keepsNothingThatBeginsHereIfToldSo() {
        try (var tracing =
                tracing("http://" + receiver.address(), Protocol.GRPC, new Sampling(Sampling.Kind.SHARE, 0, null))) {
            var span = tracing.server("begun here", name -> null);
            assertThat(span.isRecorded()).isFalse();
            span.end();
            tracing.server(
                            "begun elsewhere",
                            Map.of("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")::get)
                    .end();
        }

        assertThat(receiver.span(sent -> true).name()).isEqualTo("begun elsewhere");
        assertThat(receiver.spans()).hasSize(1);
    }

    @Test
    void endsInTimeThoughNobodyAnswers() throws Exception {
        try (var silent = new java.net.ServerSocket(0)) {
            var tracing = tracing("http://127.0.0.1:" + silent.getLocalPort(), Protocol.GRPC, Sampling.ALL);
            for (var i = 0; i < 10_000; i++) {
                tracing.client(Span.NONE, "call").end();
            }
            var begin = System.nanoTime();
            tracing.close();

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SHUTDOWN);
        }
    }
}
