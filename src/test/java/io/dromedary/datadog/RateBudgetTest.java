// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.call.Cancellation;
import io.dromedary.call.MovingClock;
import io.dromedary.instance.Instance;
import io.dromedary.instance.InstanceKey;
import io.dromedary.instance.Secret;
import io.dromedary.instance.Settings;
import io.dromedary.instance.Tls;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RateBudgetTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Deadlines deadlines = new Deadlines();
    private final MovingClock clock = MovingClock.at(NOON);
    private final RateBudget budget = new RateBudget(clock);

    @AfterEach
    void close() {
        deadlines.close();
    }

    @Test
    void allowsWhatItKnowsNothingOf() {
        assertThat(budget.reserve(call("key", "/api/v1/query"))).isEmpty();
    }

    @Test
    void allowsCallsAgainOnceTheResetHasPassed() {
        budget.learn(call("key", "/api/v1/query"), limit("queries", 0, 30));

        clock.set(NOON.plusSeconds(29));
        assertThat(budget.reserve(call("key", "/api/v1/query")))
                .hasValueSatisfying(
                        bucket -> assertThat(budget.untilReset(bucket)).isEqualTo(Duration.ofSeconds(1)));

        clock.set(NOON.plusSeconds(30));
        assertThat(budget.reserve(call("key", "/api/v1/query"))).isEmpty();
    }

    @Test
    void knowsABucketByEveryPathThatUsesIt() {
        budget.learn(call("key", "/api/v1/query"), limit("queries", 5, 30));
        budget.learn(call("key", "/api/v2/query/timeseries"), limit("queries", 0, 30));

        assertThat(budget.reserve(call("key", "/api/v1/query"))).isPresent();
        assertThat(budget.snapshot()).hasSize(1);
    }

    @Test
    void keepsAccountsApart() {
        budget.learn(call("key", "/api/v1/query"), limit("queries", 0, 30));

        assertThat(budget.reserve(call("other", "/api/v1/query"))).isEmpty();
    }

    @Test
    void countsCallsThatAreStillOnTheirWay() {
        var first = send("/api/v1/query");
        budget.learn(first, limit("queries", 2, 30));
        budget.release(first);

        var second = send("/api/v1/query");
        send("/api/v1/query");
        assertThat(budget.reserve(call("key", "/api/v1/query"))).isPresent();

        budget.learn(second, limit("queries", 1, 30));
        budget.release(second);
        assertThat(budget.reserve(call("key", "/api/v1/query")))
                .as("one is left, and the third call will take it")
                .isPresent();
    }

    @Test
    void countsNoCallTwiceThatDatadogHasCounted() {
        var early = send("/api/v1/query");
        var late = send("/api/v1/query");
        budget.learn(late, limit("queries", 1, 30));
        budget.release(late);

        assertThat(budget.reserve(call("key", "/api/v1/query"))).isEmpty();
        budget.learn(early, limit("queries", 2, 30));
        assertThat(budget.reserve(call("key", "/api/v1/query")))
                .as("a late reply tells of more than is left")
                .isPresent();
    }

    @Test
    void givesBackThePlaceOfACallThatFailed() {
        budget.learn(call("key", "/api/v1/query"), limit("queries", 1, 30));
        budget.release(send("/api/v1/query"));

        assertThat(budget.reserve(call("key", "/api/v1/query"))).isEmpty();
    }

    @Test
    void grantsNoMoreThanTheLimitInTheNextPeriod() {
        budget.learn(call("key", "/api/v1/query"), limit("queries", 0, 30));
        clock.set(NOON.plusSeconds(95));

        for (int i = 0; i < 10; i++) {
            send("/api/v1/query");
        }

        assertThat(budget.reserve(call("key", "/api/v1/query")))
                .hasValueSatisfying(
                        bucket -> assertThat(budget.untilReset(bucket)).isEqualTo(Duration.ofSeconds(55)));
    }

    private DatadogCall send(String path) {
        var call = call("key", path);
        assertThat(budget.reserve(call)).isEmpty();
        return call;
    }

    @Test
    void staysSmallWhateverBucketsAreCalled() {
        for (int i = 0; i < 5000; i++) {
            budget.learn(call("key", "/api/v1/query"), limit("bucket-" + i, 1, 30));
        }

        assertThat(budget.snapshot()).hasSize(1000);
    }

    private DatadogCall call(String key, String path) {
        var settings = new Settings(
                null,
                URI.create("https://api.example"),
                false,
                new Secret(key),
                new Secret("app"),
                Duration.ofSeconds(30),
                Tls.DEFAULT);
        var request = DatadogRequest.get(path, "", body -> "");
        try (var call = new DatadogCall(
                new Instance(new InstanceKey("", "org-1", "u"), "test", settings),
                request,
                new Cancellation(),
                deadlines)) {
            return call;
        }
    }

    private static RateLimit limit(String name, long remaining, long resetSeconds) {
        return new RateLimit(name, 10L, Duration.ofMinutes(1), remaining, Duration.ofSeconds(resetSeconds));
    }
}
