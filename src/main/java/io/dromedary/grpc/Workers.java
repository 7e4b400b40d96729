// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import io.dromedary.tracing.CarryingExecutor;
import io.dromedary.tracing.CurrentSpan;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the executor that calls are processed on. */
public final class Workers {

    private static final long IDLE_SECONDS = 30;

    private Workers() {}

    /**
     * Returns what calls are processed on; whoever goes on there works for the same span, see {@link CurrentSpan}. It
     * is a new virtual thread for every task where the JVM has them (21 and newer); otherwise a pool that refuses tasks
     * with {@link java.util.concurrent.RejectedExecutionException} when all of its threads and places are taken.
     *
     * @param threads most tasks at once, pool only
     * @param waiting most tasks that wait for a thread, pool only
     */
    public static ExecutorService create(int threads, int waiting) {
        return virtual().orElseGet(() -> pool(threads, waiting));
    }

    /** Returns nothing on a JVM without virtual threads. */
    static Optional<ExecutorService> virtual() {
        try {
            // compiled for 17, where the method does not exist
            var factory = MethodHandles.publicLookup()
                    .findStatic(
                            Executors.class,
                            "newVirtualThreadPerTaskExecutor",
                            MethodType.methodType(ExecutorService.class));
            return Optional.of(new CarryingExecutor((ExecutorService) factory.invoke()));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        } catch (Throwable e) {
            throw new IllegalStateException("This JVM cannot make virtual threads", e);
        }
    }

    static ExecutorService pool(int threads, int waiting) {
        var count = new AtomicInteger();
        var pool =
                new ThreadPoolExecutor(
                        threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(waiting), task -> {
                            var thread = new Thread(task, "worker-" + count.incrementAndGet());
                            thread.setDaemon(true);
                            return thread;
                        }) {
                    @Override
                    public void execute(Runnable task) {
                        super.execute(CurrentSpan.carry(task));
                    }
                };
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
