// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys, paths, rate limits: what all endpoints have in common. */
class SandboxDatadogTest {

    private final Sandbox sandbox = new Sandbox();

    private Sandbox.Answer ask(String path, Map<String, String> headers) {
        return sandbox.send(new SandboxRequest("GET", path, "", headers, new byte[0], false));
    }

    @Test
    void takesTheDemoKeys() {
        var keys = Map.of("dd-api-key", DemoKeys.API_KEY, "dd-application-key", DemoKeys.APP_KEY);
        assertThat(ask("/api/v2/validate_keys", keys).json()).hasToString("{\"status\":\"ok\"}");
        assertThat(ask("/api/v1/hosts", keys).status()).isEqualTo(200);
    }

    @Test
    void validatesTheApiKeyAlone() {
        assertThat(ask("/api/v1/validate", Map.of("dd-api-key", DemoKeys.API_KEY))
                        .json())
                .hasToString("{\"valid\":true}");
    }

    @Test
    void asksForAMissingApiKeyAsRecorded() {
        var answer = ask("/api/v1/validate", Map.of());
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json()).hasToString("{\"errors\":[\"API key required\"]}");
    }

    @ParameterizedTest
    @CsvSource({
        "wrong,''",
        "wrong,dromedary-sandbox-demo-application-key-1",
        "dromedary-sandbox-demo-api-key-1,wrong",
        "dromedary-sandbox-demo-api-key-1,''"
    })
    void refusesWrongKeysAsTheGatewayDoes(String apiKey, String appKey) {
        var answer = ask("/api/v2/validate_keys", Map.of("dd-api-key", apiKey, "dd-application-key", appKey));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("status").asText()).isEqualTo("error");
        assertThat(answer.json().path("code").asInt()).isEqualTo(403);
        assertThat(answer.error()).isEqualTo("Forbidden");
        assertThat(answer.json().path("statuspage").asText()).isNotEmpty();
    }

    @Test
    void needsNoKeysFromADataSourceOfItsOwnSite() {
        assertThat(sandbox.get("/api/v2/validate_keys", "").status()).isEqualTo(200);
    }

    @Test
    void knowsNoOtherPath() {
        var answer = sandbox.get("/api/v1/nothing", "");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json()).hasToString("{\"errors\":[\"Not Found\"]}");
        assertThat(answer.headers()).containsEntry("Content-Type", "application/json");
    }

    @ParameterizedTest
    @CsvSource({"POST,/api/v1/hosts", "DELETE,/api/v2/metrics", "GET,/api/v2/query/timeseries"})
    void knowsNoOtherMethod(String method, String path) {
        var answer = sandbox.send(new SandboxRequest(method, path, "", Map.of(), new byte[0], true));
        assertThat(answer.status()).isEqualTo(405);
    }

    @Test
    void refusesAQueryStringThatCannotBeDecoded() {
        assertThat(sandbox.get("/api/v1/hosts", "filter=%zz").status()).isEqualTo(400);
    }

    @Test
    void tellsTheRateLimitWithEveryAnswer() {
        assertThat(sandbox.get("/api/v2/metrics", "").headers())
                .containsEntry("X-RateLimit-Name", "metrics_list")
                .containsEntry("X-RateLimit-Limit", "12000")
                .containsEntry("X-RateLimit-Period", "60")
                .containsEntry("X-RateLimit-Remaining", "11999")
                .containsEntry("X-RateLimit-Reset", "29");
        assertThat(sandbox.get("/nothing", "").headers()).containsKey("X-RateLimit-Remaining");
        assertThat(ask("/api/v1/hosts", Map.of()).headers()).containsKey("X-RateLimit-Remaining");
    }

    @Test
    void refusesWhatIsTooMuchUntilThePeriodEnds() {
        var limits = new RateLimits(3, Duration.ofSeconds(10));
        var scarce = new Sandbox(Sandbox.NOW, limits);
        assertThat(IntStream.range(0, 3)
                        .map(i -> scarce.get("/api/v2/metrics", "").status()))
                .containsOnly(200);
        var refused = scarce.get("/api/v2/metrics", "");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.error())
                .isEqualTo("Rate limit of 3 requests in 10 seconds reached. Please try again later.");
        assertThat(refused.headers())
                .containsEntry("X-RateLimit-Remaining", "0")
                .containsEntry("X-RateLimit-Reset", "9");
        assertThat(scarce.get("/api/v1/hosts", "").status())
                .as("another bucket")
                .isEqualTo(200);
    }

    @Test
    void refillsABucketWithEachPeriod() {
        var budgets = new RateBudgets(new RateLimits(1, Duration.ofSeconds(10)));
        assertThat(budgets.take("a", 100).remaining()).isZero();
        assertThat(budgets.take("a", 109).isOverdrawn()).isTrue();
        assertThat(budgets.take("a", 110).isOverdrawn()).isFalse();
    }

    @Test
    void answersWithTheSameBytesAtTheSameTime() {
        var first = new Sandbox()
                .timeseries(Duration.ofHours(1), Duration.ofSeconds(10), "avg:system.cpu.user{*} by {host}");
        var second = new Sandbox()
                .timeseries(Duration.ofHours(1), Duration.ofSeconds(10), "avg:system.cpu.user{*} by {host}");
        assertThat(first.json().toString()).isEqualTo(second.json().toString()).hasSizeGreaterThan(10_000);
    }
}
