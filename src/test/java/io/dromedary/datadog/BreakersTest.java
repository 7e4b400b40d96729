// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dromedary.call.Cancellation;
import io.dromedary.call.Failure;
import io.dromedary.call.MovingClock;
import io.dromedary.call.Source;
import io.dromedary.datadog.Breakers.Rule;
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

class BreakersTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Deadlines deadlines = new Deadlines();
    private final MovingClock clock = MovingClock.at(NOON);
    private final Breakers breakers = new Breakers(new Rule(3, Duration.ofSeconds(30), PAUSE), clock);
    private final Instance shop = instance("shop");

    @AfterEach
    void close() {
        deadlines.close();
    }

    @Test
    void refusesOnceManyCallsInARowReachedNobodyForLongEnough() {
        open();

        var refused = refused(shop);
        assertThat(refused.failure().status()).isEqualTo(503);
        assertThat(refused.failure().source()).isEqualTo(Source.DOWNSTREAM);
        assertThat(refused)
                .hasMessage(
                        "Datadog could not be reached since 2026-01-01T12:00:00Z and is left alone, the next call at"
                                + " 2026-01-01T12:00:40Z tries whether it is back. The last call said: nobody listens");
        assertThat(refused.reset()).contains(PAUSE);
        assertThat(breakers.refused()).isEqualTo(1);
    }

    @Test
    void doesNotMindABurstThatIsOver() {
        for (int i = 0; i < 100; i++) {
            clock.pass(Duration.ofMillis(200));
            fail(shop);
        }
        assertThat(breakers.of(shop)).isEmpty();
        pass(shop);
    }

    @Test
    void doesNotMindFewFailuresHoweverLong() {
        fail(shop);
        clock.pass(Duration.ofMinutes(5));
        fail(shop);
        clock.pass(Duration.ofMinutes(5));

        pass(shop);
    }

    @Test
    void beginsAnewWithEachAnswer() {
        fail(shop);
        fail(shop);
        clock.pass(Duration.ofSeconds(30));
        answer(shop);
        fail(shop);

        assertThat(breakers.of(shop)).isEmpty();
    }

    @Test
    void takesAnErrorForAnAnswer() {
        fail(shop);
        fail(shop);
        clock.pass(Duration.ofSeconds(30));
        try (var call = call(shop);
                var passage = breakers.enter(call, false)) {
            call.answered();
            passage.failed(DatadogException.brokenOff(failure()));
        }
        fail(shop);

        assertThat(breakers.of(shop)).isEmpty();
    }

    @Test
    void learnsNothingFromCallsThatEndForOtherReasons() {
        for (int i = 0; i < 10; i++) {
            clock.pass(Duration.ofSeconds(10));
            end(shop);
        }
        assertThat(breakers.of(shop)).isEmpty();
    }

    @Test
    void forgetsFailuresOfLongAgo() {
        fail(shop);
        fail(shop);
        clock.pass(Duration.ofHours(12));
        fail(shop);

        assertThat(breakers.of(shop)).isEmpty();
    }

    @Test
    void letsExactlyOneCallTryAfterThePause() {
        open();
        clock.pass(PAUSE);

        try (var call = call(shop);
                var first = breakers.enter(call, false)) {
            assertThat(refused(shop)).hasMessageContaining("one call tries now");
            call.answered();
        }
        assertThat(breakers.of(shop)).isEmpty();
        pass(shop);
    }

    @Test
    void pausesAgainWhenTheCallThatTriesReachesNobody() {
        open();
        clock.pass(PAUSE);
        fail(shop);

        assertThat(refused(shop).reset()).contains(PAUSE);
        clock.pass(PAUSE.minusMillis(1));
        refused(shop);
        clock.pass(Duration.ofMillis(1));
        answer(shop);
        assertThat(breakers.of(shop)).isEmpty();
    }

    @Test
    void letsTheNextOneTryWhenTheCallThatTriesIsCancelled() {
        open();
        clock.pass(PAUSE);
        end(shop);

        answer(shop);
        assertThat(breakers.of(shop)).isEmpty();
    }

    @Test
    void makesACallThatInsistsAndClosesWithItsAnswer() {
        open();
        try (var call = call(shop);
                var passage = breakers.enter(call, true)) {
            call.answered();
        }
        pass(shop);
    }

    @Test
    void isNotProlongedByCallsThatInsistOrBeganBefore() {
        open();
        clock.pass(PAUSE.dividedBy(2));
        try (var call = call(shop);
                var passage = breakers.enter(call, true)) {
            passage.failed(DatadogException.unreachable(failure()));
        }
        clock.pass(PAUSE.dividedBy(2));

        answer(shop);
        assertThat(breakers.of(shop)).isEmpty();
    }

    @Test
    void isNotProlongedByAClockThatIsSetBack() {
        open();
        clock.pass(Duration.ofHours(-2));

        answer(shop);
        assertThat(breakers.of(shop)).isEmpty();
    }

    @Test
    void keepsInstancesApart() {
        open();

        pass(instance("shop"));
    }

    @Test
    void forgetsAnInstanceThatIsGone() {
        open();
        breakers.forget(shop);

        pass(shop);
    }

    @Test
    void canBeTurnedOff() {
        var off = new Breakers(new Rule(0, Duration.ZERO, PAUSE), clock);
        for (int i = 0; i < 100; i++) {
            clock.pass(Duration.ofSeconds(10));
            fail(off, shop);
        }
        assertThat(off.of(shop)).isEmpty();
    }

    private void open() {
        fail(shop);
        fail(shop);
        clock.pass(Duration.ofSeconds(30));
        fail(shop);
        assertThat(breakers.of(shop)).isPresent();
    }

    private void fail(Instance instance) {
        fail(breakers, instance);
    }

    private void fail(Breakers those, Instance instance) {
        try (var call = call(instance);
                var passage = those.enter(call, false)) {
            passage.failed(DatadogException.unreachable(failure()));
        }
    }

    private void answer(Instance instance) {
        try (var call = call(instance);
                var passage = breakers.enter(call, false)) {
            call.answered();
        }
    }

    private void end(Instance instance) {
        try (var call = call(instance);
                var passage = breakers.enter(call, false)) {
            passage.failed(CallFailures.cancelled());
        }
    }

    private void pass(Instance instance) {
        assertThatCode(() -> end(instance)).doesNotThrowAnyException();
    }

    private DatadogException refused(Instance instance) {
        try (var call = call(instance)) {
            return catchThrowableOfType(DatadogException.class, () -> breakers.enter(call, false));
        }
    }

    private static Failure failure() {
        return new Failure(502, Source.DOWNSTREAM, "nobody listens");
    }

    private DatadogCall call(Instance instance) {
        return new DatadogCall(
                instance, DatadogRequest.get("/api/v1/hosts", "", body -> ""), new Cancellation(), deadlines);
    }

    private static Instance instance(String name) {
        var settings = new Settings(
                null,
                URI.create("http://127.0.0.1:1"),
                false,
                new Secret("api"),
                new Secret("app"),
                Duration.ofSeconds(20),
                Tls.DEFAULT);
        return new Instance(new InstanceKey("", "org-1", name), name, settings);
    }
}
