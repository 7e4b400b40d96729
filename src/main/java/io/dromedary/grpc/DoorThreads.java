// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What calls are processed on, and what they are cancelled on, which must not wait for the former. Thread-safe. */
final class DoorThreads implements AutoCloseable {

    private static final int OWN_THREADS = 64;
    private static final int OWN_QUEUE = 1024;
    private static final int IDLE_SECONDS = 10;

    private final Executor workers;
    private final @Nullable ExecutorService own;
    private final ExecutorService canceller = new ThreadPoolExecutor(
            0, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), DoorThreads::cancelThread);

    private DoorThreads(Executor workers, @Nullable ExecutorService own) {
        this.workers = workers;
        this.own = own;
    }

    /** Processes calls on workers of somebody else, who ends them. */
    static DoorThreads with(Executor workers) {
        return new DoorThreads(workers, null);
    }

    static DoorThreads ofItsOwn() {
        var own = Workers.create(OWN_THREADS, OWN_QUEUE);
        return new DoorThreads(own, own);
    }

    private static Thread cancelThread(Runnable task) {
        var thread = new Thread(task, "grpc-door-cancel");
        thread.setDaemon(true);
        return thread;
    }

    Executor workers() {
        return workers;
    }

    Executor canceller() {
        return canceller;
    }

    @Override
    public void close() {
        canceller.shutdown();
        if (own != null) {
            own.shutdown();
        }
    }
}
