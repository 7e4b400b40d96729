// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dromedary.tracing.CurrentSpan;
import io.dromedary.tracing.Propagation;
import io.dromedary.tracing.TraceContext;
import io.dromedary.tracing.Tracing;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
    void workForTheSpanOfWhoeverHandsThemATask() throws Exception {
        var span = Tracing.off(List.of(Propagation.W3C))
                .server("call", name -> "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        for (var workers : List.of(Workers.create(1, 10), Workers.pool(1, 10))) {
            try (var scope = CurrentSpan.enter(span)) {
                assertThat(workers.submit(CurrentSpan::context).get(5, TimeUnit.SECONDS))
                        .isEqualTo(span.context());
                var further = new CompletableFuture<TraceContext>();
                workers.execute(() -> workers.execute(() -> further.complete(CurrentSpan.context())));
                assertThat(further.get(5, TimeUnit.SECONDS)).isEqualTo(span.context());
            }
            assertThat(CurrentSpan.context()).isNull();
            assertThat(workers.submit(CurrentSpan::context).get(5, TimeUnit.SECONDS))
                    .isNull();
            workers.shutdownNow();
        }
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
