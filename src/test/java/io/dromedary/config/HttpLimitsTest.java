// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.dromedary.datadog.DatadogCalls;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long and how many: a Datadog that takes its time, and a door that takes two calls at once. */
class HttpLimitsTest {

    private static final WireMockServer SLOW = slow();

    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle(Map.of(
            "dromedary.http.call-timeout", "2s",
            "dromedary.http.max-calls", "2",
            "dromedary.instance.slow.url", SLOW.baseUrl(),
            "dromedary.instance.slow.api-key", "aaaaaaaaaaaaaaaa",
            "dromedary.instance.slow.app-key", "bbbbbbbbbbbbbbbb"));

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @AfterAll
    static void stop() {
        SLOW.stop();
    }

    @Test
    void endsWhatTakesTooLong() throws Exception {
        var reply = ask();

        assertThat(reply.statusCode()).isEqualTo(504);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(reply.body()).contains("2 s", "\"status\":504");
        await().untilAsserted(() -> assertThat(inFlight()).isZero());
    }

    @Test
    void sendsAwayWhatIsTooMuch() throws Exception {
        var first = CLIENT.sendAsync(request(), BodyHandlers.ofString());
        var second = CLIENT.sendAsync(request(), BodyHandlers.ofString());
        await().untilAsserted(() -> assertThat(inFlight()).isPositive());

        await().untilAsserted(() -> {
            var third = CLIENT.send(
                    HttpRequest.newBuilder(BUNDLE.http("/api/v1/instances")).build(), BodyHandlers.ofString());
            assertThat(third.statusCode()).isEqualTo(503);
            assertThat(third.headers().firstValue("Retry-After")).hasValue("1");
        });
        assertThat(CLIENT.send(
                                HttpRequest.newBuilder(BUNDLE.http("/observe/health/live"))
                                        .build(),
                                BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
        assertThat(first.get().statusCode()).isEqualTo(504);
        assertThat(second.get().statusCode()).isEqualTo(504);
    }

    private static HttpResponse<String> ask() throws Exception {
        return CLIENT.send(request(), BodyHandlers.ofString());
    }

    private static HttpRequest request() {
        return HttpRequest.newBuilder(BUNDLE.http("/api/v1/query"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"instance\":\"slow\",\"queries\":[{\"query\":\"avg:system.cpu.user{*}.rollup(avg, 60)\"}]}"))
                .build();
    }

    private static long inFlight() {
        return BUNDLE.context()
                .getRegistry()
                .findSingleByType(DatadogCalls.class)
                .inFlight();
    }

    private static WireMockServer slow() {
        var server = new WireMockServer(wireMockConfig().dynamicPort());
        server.start();
        server.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(20_000)));
        return server;
    }
}
