// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static io.dromedary.config.DatadogRoutes.instance;
import static io.dromedary.config.DatadogRoutes.text;
import static io.dromedary.datadog.RawServer.bytes;
import static io.dromedary.datadog.RawServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dromedary.call.Failure;
import io.dromedary.datadog.Breakers;
import io.dromedary.datadog.DatadogException;
import io.dromedary.datadog.RawServer;
import io.dromedary.instance.Instance;
import io.dromedary.instance.Tls;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A Datadog that cannot be reached is left alone, one that answers badly is not. */
@Timeout(60)
class DatadogBreakerTest {

    private static final int CALLS = 4;

    private static DatadogRoutes routes;

    @BeforeAll
    static void start() {
        routes = new DatadogRoutes(Map.of(
                "dromedary.datadog.breaker-calls", String.valueOf(CALLS),
                "dromedary.datadog.breaker-time", "0s",
                "dromedary.datadog.breaker-pause", "1h"));
    }

    @AfterAll
    static void stop() {
        routes.close();
    }

    @Test
    void failsAtOnceAfterNobodyListened() throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var away = instance("http://127.0.0.1:" + port);
        fails(away, 502);

        var failure = failure(away);
        assertThat(failure.status()).isEqualTo(503);
        assertThat(failure.text())
                .contains("could not be reached since", "left alone", "Cannot connect to 127.0.0.1; check");
    }

    @Test
    void failsAtOnceAfterTheHostWasUnknown() {
        var lost = instance("http://no-such-host.invalid");
        fails(lost, 502);

        assertThat(failure(lost).status()).isEqualTo(503);
    }

    @Test
    void failsAtOnceAfterResetsAndAsksAgainForACallThatInsists() throws Exception {
        var isBack = new AtomicBoolean();
        try (var server = new RawServer((number, client, out) -> {
            if (isBack.get()) {
                out.write(bytes(ok("back")));
            } else {
                client.close();
            }
        })) {
            var shaky = instance(server.url());
            fails(shaky, 502);
            int asked = server.requests().size();
            assertThat(failure(shaky).status()).isEqualTo(503);
            assertThat(server.requests()).hasSize(asked);

            isBack.set(true);
            assertThat(failure(shaky).status()).isEqualTo(503);
            assertThat(insisting(shaky)).isEqualTo("back");
            assertThat(routes.fetch(shaky, text("/api/v1/hosts"))).isEqualTo("back");
        }
    }

    @Test
    void failsAtOnceAfterNothingWasAnsweredInTime() throws Exception {
        try (var server = new RawServer((number, client, out) -> RawServer.awaitHangUp(client))) {
            var slow = instance(server.url(), Duration.ofMillis(200), Tls.DEFAULT);
            fails(slow, 504);

            assertThat(failure(slow).status()).isEqualTo(503);
        }
    }

    @Test
    void keepsAskingADatadogThatAnswersBadly() throws Exception {
        var replies = new String[] {
            "HTTP/1.1 500 Error\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 429 Too Many\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\ncut off"
        };
        for (var reply : replies) {
            try (var server = new RawServer((number, client, out) -> {
                out.write(bytes(reply));
                client.close();
            })) {
                var bad = instance(server.url());
                for (int i = 0; i <= CALLS; i++) {
                    assertThat(failure(bad).text()).doesNotContain("left alone");
                }
                assertThat(routes.bean("breakers", Breakers.class).of(bad)).isEmpty();
            }
        }
    }

    private static void fails(Instance instance, int status) {
        for (int i = 0; i < CALLS; i++) {
            assertThat(failure(instance).status()).isEqualTo(status);
        }
    }

    private static Failure failure(Instance instance) {
        return catchThrowableOfType(
                        DatadogException.class, () -> routes.fetch(instance, DatadogRoutes.text("/api/v1/hosts")))
                .failure();
    }

    private static Object insisting(Instance instance) {
        return routes.context()
                .createFluentProducerTemplate()
                .to("direct:datadog-fetch")
                .withProcessor(exchange -> {
                    exchange.setVariable("instance", instance);
                    exchange.setVariable("insists", true);
                    exchange.getMessage().setBody(text("/api/v1/hosts"));
                })
                .send()
                .getMessage()
                .getBody();
    }
}
