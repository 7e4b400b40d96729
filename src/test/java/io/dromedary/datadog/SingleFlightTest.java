// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.call.Cancellation;
import io.dromedary.call.FailedException;
import io.dromedary.datadog.SingleFlight.Key;
import io.dromedary.datadog.SingleFlight.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SingleFlightTest {

    private static final Key KEY = new Key(1, DatadogRequest.Method.GET, "/a", "", null, String.class);

    private final SingleFlight flights = new SingleFlight();
    private final List<Outcome> received = new ArrayList<>();

    @Test
    void givesThoseWhoWaitTheOutcomeOfTheOneWhoLeads() {
        var flight = Objects.requireNonNull(flights.board(KEY, new Cancellation(), received::add));
        assertThat(flights.board(KEY, new Cancellation(), received::add)).isNull();

        flight.land(new Outcome("value", null));

        assertThat(received).containsExactly(new Outcome("value", null));
        assertThat(flights.underWay()).isZero();
    }

    @Test
    void letsTheNextOneLeadAfterLanding() {
        Objects.requireNonNull(flights.board(KEY, new Cancellation(), received::add))
                .land(new Outcome(1, null));

        assertThat(flights.board(KEY, new Cancellation(), received::add)).isNotNull();
    }

    @Test
    void tellsOnlyTheOneWhoLeft() {
        var gone = new Cancellation();
        var flight = Objects.requireNonNull(flights.board(KEY, new Cancellation(), received::add));
        flights.board(KEY, gone, received::add);

        gone.cancel();

        assertThat(received)
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.failure())
                        .isInstanceOfSatisfying(
                                FailedException.class,
                                e -> assertThat(e.failure().status()).isEqualTo(499)));
        assertThat(flight.cancellation().isCancelled()).isFalse();
        flight.land(new Outcome(1, null));
        assertThat(received).hasSize(1);
    }

    @Test
    void cancelsTheCallWithTheLastOneWhoLeaves() {
        var leader = new Cancellation();
        var follower = new Cancellation();
        var flight = Objects.requireNonNull(flights.board(KEY, leader, received::add));
        flights.board(KEY, follower, received::add);

        leader.cancel();
        assertThat(flight.cancellation().isCancelled()).isFalse();
        follower.cancel();

        assertThat(flight.cancellation().isCancelled()).isTrue();
        assertThat(flights.board(KEY, new Cancellation(), received::add))
                .as("a newcomer does not join a call that is being cancelled")
                .isNotNull();
    }

    @Test
    void cancelsAtOnceForACallerWhoHasGone() {
        var gone = new Cancellation();
        gone.cancel();

        var flight = Objects.requireNonNull(flights.board(KEY, gone, received::add));

        assertThat(flight.cancellation().isCancelled()).isTrue();
        assertThat(flights.underWay()).isZero();
    }

    @Test
    void forgetsNobodyHoweverTheyComeAndGo() throws Exception {
        int callers = 20_000;
        var answers = new AtomicInteger();
        var done = new CountDownLatch(callers);
        var threads = Executors.newFixedThreadPool(4);
        for (int i = 0; i < callers; i++) {
            threads.execute(() -> comeAndGo(answers, done));
        }

        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        threads.shutdownNow();
        assertThat(answers).hasValue(callers);
        assertThat(flights.underWay()).isZero();
    }

    private void comeAndGo(AtomicInteger answers, CountDownLatch done) {
        var caller = new Cancellation();
        var flight = flights.board(KEY, caller, outcome -> {
            answers.incrementAndGet();
            done.countDown();
        });
        if (ThreadLocalRandom.current().nextBoolean()) {
            caller.cancel();
        }
        if (flight != null) {
            flight.land(new Outcome(1, null));
            answers.incrementAndGet();
            done.countDown();
        }
    }
}
