// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.dromedary.config.DatadogRoutes.API_KEY;
import static io.dromedary.config.DatadogRoutes.APP_KEY;
import static io.dromedary.config.DatadogRoutes.instance;
import static io.dromedary.config.DatadogRoutes.post;
import static io.dromedary.config.DatadogRoutes.sandbox;
import static io.dromedary.config.DatadogRoutes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.dromedary.call.Cancellation;
import io.dromedary.datadog.DatadogException;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.datadog.RawServer;
import io.dromedary.datadog.http.Connections;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatadogFetchTest {

    @RegisterExtension
    static final WireMockExtension datadog = WireMockExtension.newInstance().build();

    private static DatadogRoutes routes;

    @BeforeAll
    static void start() {
        routes = new DatadogRoutes();
    }

    @AfterAll
    static void stop() {
        routes.close();
    }

    @Test
    void returnsWhatTheReaderMakesOfTheReply() {
        datadog.stubFor(any(anyUrl()).willReturn(okJson("{\"valid\":true}")));

        var value = routes.fetch(
                instance(datadog.baseUrl()),
                DatadogRequest.get("/api/v2/validate_keys", "", body -> body.readAllBytes().length));

        assertThat(value).isEqualTo("{\"valid\":true}".length());
    }

    @Test
    void sendsPathAndQueryAsTheyAre() {
        datadog.stubFor(any(anyUrl()).willReturn(okJson("[]")));

        routes.fetch(
                instance(datadog.baseUrl()),
                DatadogRequest.get(
                        "/api/v2/metrics/a%2Fb.c/all-tags",
                        "filter%5Btags%5D=env%3Aprod&x=%7B%7Benv:HOME%7D%7D", body -> ""));

        datadog.verify(getRequestedFor(
                urlEqualTo("/api/v2/metrics/a%2Fb.c/all-tags?filter%5Btags%5D=env%3Aprod&x=%7B%7Benv:HOME%7D%7D")));
    }

    @Test
    void sendsTheBodyOnceAsJson() {
        datadog.stubFor(any(anyUrl()).willReturn(okJson("[]")));

        routes.fetch(instance(datadog.baseUrl()), post("/api/v2/query/timeseries", "{\"q\":\"é\"}"));

        datadog.verify(
                1,
                postRequestedFor(urlEqualTo("/api/v2/query/timeseries"))
                        .withRequestBody(equalToJson("{\"q\":\"é\"}"))
                        .withHeader("Content-Type", containing("application/json")));
    }

    @Test
    void sendsNoHeaderOfTheCallerAndOnlyItsOwn() {
        datadog.stubFor(any(anyUrl()).willReturn(okJson("[]")));
        Map<String, Object> headers = Map.of(
                "Authorization",
                "Bearer caller",
                "Cookie",
                "grafana_session=1",
                "X-Grafana-User",
                "admin",
                "CamelHttpPath",
                "/elsewhere",
                "CamelHttpQuery",
                "a=b",
                "CamelHttpUri",
                "http://elsewhere.invalid");

        routes.exchange(instance(datadog.baseUrl()), text("/api/v1/hosts"), new Cancellation(), headers);

        var sent = datadog.getAllServeEvents().get(0).getRequest();
        assertThat(sent.getUrl()).isEqualTo("/api/v1/hosts");
        assertThat(sent.getHeaders().all())
                .extracting(HttpHeader::key)
                .containsExactlyInAnyOrder(
                        "Accept",
                        "DD-API-KEY",
                        "DD-APPLICATION-KEY",
                        "Accept-Encoding",
                        "Host",
                        "Connection",
                        "User-Agent");
        assertThat(sent.getHeader("DD-API-KEY")).isEqualTo(API_KEY);
        assertThat(sent.getHeader("DD-APPLICATION-KEY")).isEqualTo(APP_KEY);
        assertThat(sent.getHeader("User-Agent")).startsWith("Dromedary/");
        assertThat(sent.getHeader("Accept-Encoding")).isEqualTo("gzip");
    }

    @Test
    void leavesTheMessageWithItsOwnHeadersAndWithoutKeys() {
        datadog.stubFor(any(anyUrl())
                .willReturn(okJson("[]").withHeader("DD-API-KEY", API_KEY).withHeader("Set-Cookie", "dd=1")));

        var exchange = routes.exchange(
                instance(datadog.baseUrl()), text("/api/v1/hosts"), new Cancellation(), Map.of("mine", "kept"));

        assertThat(exchange.getMessage().getHeaders()).isEqualTo(Map.of("mine", "kept"));
        assertThat(exchange.getVariables()).containsOnlyKeys("instance", "cancellation");
        assertThat(exchange.getVariables().toString() + exchange.getProperties())
                .doesNotContain(API_KEY, APP_KEY);
    }

    @Test
    void leavesNoKeyBehindWhenItFails() {
        datadog.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(403)
                        .withBody(
                                "{\"errors\":[\"key " + API_KEY + " is " + APP_KEY.toUpperCase(Locale.ROOT) + "\"]}")));

        var exchange = routes.exchange(
                instance(datadog.baseUrl()), text("/api/v1/hosts"), new Cancellation(), Map.of("mine", "kept"));

        assertThat(exchange.getMessage().getHeaders()).isEqualTo(Map.of("mine", "kept"));
        assertThat(exchange.getException()).hasMessageContaining("key [redacted] is [redacted]");
        assertThat(exchange.getException()).hasNoCause();
    }

    @Test
    void sendsNoCookieBack() {
        datadog.stubFor(any(anyUrl()).willReturn(okJson("[]").withHeader("Set-Cookie", "dd=1; Path=/")));

        routes.fetch(instance(datadog.baseUrl()), text("/api/v1/hosts"));
        routes.fetch(instance(datadog.baseUrl()), text("/api/v1/hosts"));

        assertThat(datadog.getAllServeEvents())
                .allSatisfy(event ->
                        assertThat(event.getRequest().containsHeader("Cookie")).isFalse());
    }

    @Test
    void unpacksGzip() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(RawServer.bytes("long ".repeat(1000)));
        }
        try (var server = new RawServer((number, client, out) -> {
            out.write(RawServer.bytes(
                    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.size() + "\r\n\r\n"));
            packed.writeTo(out);
        })) {
            assertThat(routes.fetch(instance(server.url()), text("/api/v2/metrics")))
                    .isEqualTo("long ".repeat(1000));
        }
    }

    @Test
    void keepsConnectionsOpenBetweenCalls() {
        datadog.stubFor(any(anyUrl()).willReturn(okJson("[]")));

        routes.fetch(instance(datadog.baseUrl()), text("/api/v1/hosts"));

        assertThat(routes.bean("connections", Connections.class).leased()).isZero();
        assertThat(routes.bean("connections", Connections.class)
                        .pool()
                        .getTotalStats()
                        .getAvailable())
                .isPositive();
    }

    @Test
    void needsNoCallerWhoCouldGoAway() {
        var exchange = routes.context()
                .createFluentProducerTemplate()
                .to("direct:datadog-fetch")
                .withProcessor(fresh -> {
                    fresh.setVariable("instance", sandbox());
                    fresh.getMessage().setBody(text("/api/v2/metrics"));
                })
                .send();

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getVariables()).containsOnlyKeys("instance");
    }

    @Test
    void failsPlainlyForABodyThatIsNoRequest() {
        var exchange = routes.context()
                .createFluentProducerTemplate()
                .to("direct:datadog-fetch")
                .withProcessor(fresh -> {
                    fresh.setVariable("instance", sandbox());
                    fresh.getMessage().setBody("GET /");
                })
                .send();

        assertThat(exchange.getException()).hasMessage("the body is no DatadogRequest");
    }

    @Test
    void asksTheSandboxWithoutNetwork() {
        assertThat(routes.fetch(sandbox(), text("/api/v2/metrics"))).contains("from the sandbox");
    }

    @Test
    void judgesTheSandboxAsItJudgesDatadog() {
        assertThatThrownBy(() -> routes.fetch(sandbox(), text("/api/v2/refused")))
                .isInstanceOf(DatadogException.class)
                .hasMessageContaining("403: from the sandbox");
    }
}
