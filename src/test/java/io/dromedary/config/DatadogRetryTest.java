// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static io.dromedary.config.DatadogRoutes.instance;
import static io.dromedary.config.DatadogRoutes.text;
import static io.dromedary.datadog.RawServer.bytes;
import static io.dromedary.datadog.RawServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dromedary.call.Cancellation;
import io.dromedary.datadog.DatadogCalls;
import io.dromedary.datadog.DatadogException;
import io.dromedary.datadog.RateBudget;
import io.dromedary.datadog.RawServer;
import io.dromedary.instance.Instance;
import io.dromedary.instance.Tls;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rate limits and Datadog's own trouble: what is asked a second time, and what is not asked at all. */
@Timeout(60)
class DatadogRetryTest {

    private static DatadogRoutes routes;

    @BeforeAll
    static void start() {
        routes = new DatadogRoutes(Map.of("dromedary.datadog.max-rate-limit-wait", "15s"));
    }

    @AfterAll
    static void stop() {
        routes.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void triesOnceMoreWhenDatadogFails(int status) throws Exception {
        try (var server = new RawServer(
                (number, client, out) -> out.write(bytes(number == 1 ? error(status, "") : ok("second"))))) {
            assertThat(routes.fetch(instance(server.url()), text("/api/v1/hosts")))
                    .isEqualTo("second");
        }
    }

    @Test
    void passesTheErrorOnWhenDatadogFailsTwice() throws Exception {
        try (var server = RawServer.answering(error(502, ""))) {
            var failed = failed(instance(server.url()), "/api/v1/hosts");

            assertThat(failed.failure().status()).isEqualTo(502);
            assertThat(failed).hasMessageContaining("Datadog failed (502: Bad Gateway)");
            assertThat(server.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 422, 501})
    void asksOnceWhereASecondTimeWouldChangeNothing(int status) throws Exception {
        try (var server = RawServer.answering(error(status, ""))) {
            assertThat(failed(instance(server.url()), "/api/v1/hosts").failure().status())
                    .isEqualTo(status);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void waitsForTheResetOfARateLimit() throws Exception {
        try (var server = new RawServer((number, client, out) ->
                out.write(bytes(number == 1 ? error(429, "x-ratelimit-reset: 1\r\n") : ok("second"))))) {
            assertThat(routes.fetch(instance(server.url()), text("/api/v1/hosts")))
                    .isEqualTo("second");
        }
    }

    @Test
    void waitsForAResetOnceOnly() throws Exception {
        try (var server = RawServer.answering(error(429, "X-RateLimit-Reset: 1\r\n"))) {
            assertThat(failed(instance(server.url()), "/api/v1/hosts").failure().status())
                    .isEqualTo(429);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void namesTheBucketAndTheSecondsWhenTheResetIsFar() throws Exception {
        try (var server =
                RawServer.answering(error(429, "X-RateLimit-Name: metrics_query\r\nX-RateLimit-Reset: 1234\r\n"))) {
            var failed = failed(instance(server.url()), "/api/v1/query");

            assertThat(failed)
                    .hasMessage("Datadog's rate limit metrics_query is used up; it can be asked again in 1234 s");
            assertThat(failed.bucket()).contains("metrics_query");
            assertThat(failed.reset()).contains(Duration.ofSeconds(1234));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void failsAtOnceWhereNobodyIsToWait() throws Exception {
        try (var server = new RawServer((number, client, out) -> out.write(bytes(
                number == 1
                        ? error(429, "X-RateLimit-Name: metrics_query\r\nX-RateLimit-Reset: 10\r\n")
                        : ok("second"))))) {
            var failed = failed(DatadogRoutes.hasty(server.url()), "/api/v1/query");

            assertThat(failed)
                    .hasMessage("Datadog's rate limit metrics_query is used up; it can be asked again in 10 s");
            assertThat(failed.bucket()).contains("metrics_query");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void asksNothingOfABucketThatIsUsedUpWhereNobodyIsToWait() throws Exception {
        var last = "X-RateLimit-Name: events\r\nX-RateLimit-Remaining: 0\r\nX-RateLimit-Reset: 10\r\n";
        try (var server = RawServer.answering("HTTP/1.1 200 OK\r\n" + last + "Content-Length: 2\r\n\r\n[]")) {
            var hasty = DatadogRoutes.hasty(server.url());
            routes.fetch(hasty, text("/api/v2/events"));

            assertThat(failed(hasty, "/api/v2/events").bucket()).contains("events");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void triesPassingTroubleOnceMoreWhereNobodyIsToWaitForALimit() throws Exception {
        try (var server =
                new RawServer((number, client, out) -> out.write(bytes(number == 1 ? error(503, "") : ok("second"))))) {
            assertThat(routes.fetch(DatadogRoutes.hasty(server.url()), text("/api/v1/hosts")))
                    .isEqualTo("second");
        }
    }

    @Test
    void doesNotWaitBeyondTheTimeout() throws Exception {
        try (var server = RawServer.answering(error(429, "X-RateLimit-Reset: 1\r\n"))) {
            var impatient = instance(server.url(), Duration.ofMillis(900), Tls.DEFAULT);

            assertThat(failed(impatient, "/api/v1/query").failure().status()).isEqualTo(429);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void copesWithARateLimitThatSaysNothing() throws Exception {
        try (var server = RawServer.answering(
                error(429, "X-RateLimit-Reset: soon\r\nX-RateLimit-Name: <b>\r\nX-RateLimit-Limit: -1\r\n"))) {
            assertThat(failed(instance(server.url()), "/api/v1/query"))
                    .hasMessage("Datadog's rate limit for /api/v1/query is used up; it can be asked again in a while");
        }
    }

    @Test
    void asksNoMoreOfABucketThatIsUsedUp() throws Exception {
        var last = """
                X-RateLimit-Name: metrics\r
                X-RateLimit-Remaining: 0\r
                X-RateLimit-Reset: 3000\r
                X-RateLimit-Limit: 100\r
                X-RateLimit-Period: 3600\r
                """;
        try (var server = new RawServer((number, client, out) ->
                out.write(bytes("HTTP/1.1 200 OK\r\n" + last + "Content-Length: 2\r\n\r\n[]")))) {
            var mine = instance(server.url());
            routes.fetch(mine, text("/api/v2/metrics/a/all-tags"));

            assertThat(failed(mine, "/api/v2/metrics/b/all-tags").bucket()).contains("metrics");
            assertThat(server.requests()).hasSize(1);

            routes.fetch(mine, text("/api/v1/hosts"));
            assertThat(server.requests()).as("another bucket").hasSize(2);
        }
        assertThat(routes.bean("rateBudget", RateBudget.class).snapshot()).anySatisfy(bucket -> {
            assertThat(bucket.name()).isEqualTo("metrics");
            assertThat(bucket.limit()).isEqualTo(100);
            assertThat(bucket.period()).isEqualTo(Duration.ofHours(1));
            assertThat(bucket.toString()).doesNotContain(DatadogRoutes.API_KEY);
        });
    }

    @Test
    void waitsNoLongerWhenTheCallerHasGone() throws Exception {
        try (var server = RawServer.answering(error(429, "X-RateLimit-Reset: 2\r\n"))) {
            var cancellation = new Cancellation();
            var fetched = routes.fetchLater(instance(server.url()), text("/api/v1/hosts"), cancellation);
            assertThat(server.asked().await(10, TimeUnit.SECONDS)).isTrue();

            cancellation.cancel();

            assertThat(catchThrowableOfType(CompletionException.class, fetched::join))
                    .hasMessageContaining("Cancelled");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void countsWhatWasAsked() throws Exception {
        try (var server =
                new RawServer((number, client, out) -> out.write(bytes(number == 1 ? error(503, "") : ok("second"))))) {
            routes.fetch(instance(server.url()), text("/api/v1/slo/abc123/history"));

            var calls = routes.bean("datadogCalls", DatadogCalls.class);
            assertThat(calls.counts())
                    .containsEntry(new DatadogCalls.Key("GET /api/v1/slo/{}/history", 503), 1L)
                    .containsEntry(new DatadogCalls.Key("GET /api/v1/slo/{}/history", 200), 1L);
            assertThat(calls.inFlight()).isZero();
            assertThat(calls.retried()).isPositive();
        }
    }

    private static String error(int status, String headers) {
        return "HTTP/1.1 " + status + " Error\r\n" + headers + "Content-Length: 0\r\n\r\n";
    }

    private static DatadogException failed(Instance instance, String path) {
        return catchThrowableOfType(DatadogException.class, () -> routes.fetch(instance, text(path)));
    }
}
