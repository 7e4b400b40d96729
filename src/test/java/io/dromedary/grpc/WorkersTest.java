// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WorkersTest {

    private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

    @Test
    void areVirtualWhereTheJvmCan() {
        assertThat(Workers.virtual().isPresent()).isEqualTo(Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS);
    }

    @Test
    void refuseWhatAFullPoolCannotTake() throws Exception {
        var pool = Workers.pool(1, 1);
        var goOn = new CountDownLatch(1);
        var done = new CountDownLatch(2);
        Runnable task = () -> {
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            done.countDown();
        };
        pool.execute(task);
        pool.execute(task);

        assertThatThrownBy(() -> pool.execute(task)).isInstanceOf(RejectedExecutionException.class);

        goOn.countDown();
        assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
        pool.shutdownNow();
    }
}
