// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog.http;

import static io.dromedary.datadog.RawServer.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.call.Cancellation;
import io.dromedary.config.DatadogRoutes;
import io.dromedary.datadog.Attempts;
import io.dromedary.datadog.Breakers;
import io.dromedary.datadog.DatadogCall;
import io.dromedary.datadog.DatadogCalls;
import io.dromedary.datadog.Deadlines;
import io.dromedary.datadog.RateBudget;
import io.dromedary.datadog.RawServer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.Test;

class ProxyPlannerTest {

    @Test
    void tunnelsThroughTheProxyOfTheTarget() throws HttpException {
        var route = planner("http://proxy:3128")
                .determineRoute(new HttpHost("https", "api.datadoghq.com"), HttpClientContext.create());

        assertThat(route.getProxyHost()).isEqualTo(new HttpHost("http", "proxy", 3128));
        assertThat(route.isTunnelled()).isTrue();
    }

    @Test
    void goesStraightToThisMachine() throws HttpException {
        var route = planner("http://proxy:3128")
                .determineRoute(new HttpHost("https", "localhost", 8443), HttpClientContext.create());

        assertThat(route.getProxyHost()).isNull();
    }

    @Test
    void tellsTheProxyWhoCallsAndKeepsTheKeysFromIt() throws IOException {
        try (var proxy = RawServer.answering("HTTP/1.1 502 No\r\nContent-Length: 0\r\n\r\n")) {
            fetch("https://api.datadoghq.test", proxy.url().replace("//", "//me:pass@"));

            assertThat(proxy.requests()).hasSize(1);
            assertThat(proxy.requests().get(0))
                    .startsWith("CONNECT api.datadoghq.test:443 HTTP/1.1\r\n")
                    .contains("Proxy-Authorization: Basic bWU6cGFzcw==\r\n")
                    .doesNotContain("DD-API-KEY", DatadogRoutes.API_KEY);
        }
    }

    @Test
    void asksAPlainHostByWayOfTheProxy() throws IOException {
        try (var proxy = new RawServer((number, client, out) -> out.write(bytes(RawServer.ok("[]"))))) {
            fetch("http://datadog.test:8080", proxy.url().replace("//", "//me:pass@"));

            assertThat(proxy.requests()).hasSize(1);
            assertThat(proxy.requests().get(0))
                    .startsWith("GET http://datadog.test:8080/api/v1/hosts HTTP/1.1\r\n")
                    .contains("Proxy-Authorization: Basic bWU6cGFzcw==\r\n");
        }
    }

    private static ProxyPlanner planner(String proxy) {
        return new ProxyPlanner(ProxySettings.of(Map.of("HTTPS_PROXY", proxy)));
    }

    private static void fetch(String url, String proxy) throws IOException {
        var environment = Map.of("HTTPS_PROXY", proxy, "HTTP_PROXY", proxy);
        var limits = new ConnectionLimits(Duration.ofSeconds(5), 10, 10, Duration.ofMinutes(1), Duration.ofMinutes(1));
        try (var deadlines = new Deadlines();
                var connections = new Connections(limits, deadlines)) {
            var attempts = new Attempts(
                    deadlines,
                    new RateBudget(Clock.systemUTC()),
                    new Breakers(new Breakers.Rule(0, Duration.ZERO, Duration.ZERO), Clock.systemUTC()),
                    new DatadogCalls(),
                    Duration.ZERO,
                    () -> Duration.ZERO);
            var assembly = new ClientAssembly("test", new TlsIdentities(), ProxySettings.of(environment), connections);
            attempts.run(
                    DatadogRoutes.instance(url),
                    DatadogRoutes.text("/api/v1/hosts"),
                    new Cancellation(),
                    false,
                    call -> send(assembly, connections, call, url));
        }
    }

    private static int send(ClientAssembly assembly, Connections connections, DatadogCall call, String url)
            throws IOException {
        var builder = HttpClientBuilder.create()
                .setConnectionManager(connections.pool())
                .setConnectionManagerShared(true);
        assembly.assemble(builder, context -> call);
        try (var client = builder.build()) {
            return client.execute(new HttpGet(url + "/api/v1/hosts"), response -> response.getCode());
        }
    }
}
