// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CallsInFlightTest {

    private final CallsInFlight calls = new CallsInFlight();

    @Test
    void mayBeginOnlyWhileOpen() {
        assertThat(calls.enter()).isFalse();
        calls.open();
        assertThat(calls.enter()).isTrue();
        calls.close();
        assertThat(calls.enter()).isFalse();
        assertThat(calls.count()).isOne();
    }

    @Test
    void areWaitedForNoLongerThanTheDeadline() throws Exception {
        calls.open();
        calls.enter();

        assertThat(calls.awaitNone(System.nanoTime() + 1)).isFalse();
    }

    @Test
    void areWaitedForUntilTheLastHasEnded() throws Exception {
        calls.open();
        calls.enter();
        calls.enter();
        calls.leave();

        var last = CompletableFuture.runAsync(calls::leave);

        assertThat(calls.awaitNone(System.nanoTime() + TimeUnit.SECONDS.toNanos(30)))
                .isTrue();
        last.join();
    }
}
