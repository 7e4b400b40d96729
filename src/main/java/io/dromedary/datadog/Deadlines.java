// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one thread that ends calls which take too long, and tidies up. What runs on it must not block. Thread-safe. */
public final class Deadlines implements AutoCloseable {

    private final ScheduledThreadPoolExecutor timer;

    public Deadlines() {
        timer = new ScheduledThreadPoolExecutor(1, task -> {
            var thread = new Thread(task, "datadog-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
    }

    /**
     * Runs {@code task} once {@code wait} has passed.
     *
     * @return call it to be left alone from then on
     */
    public Runnable in(Duration wait, Runnable task) {
        var pending = timer.schedule(task, wait.toNanos(), TimeUnit.NANOSECONDS);
        return () -> pending.cancel(false);
    }

    /** Runs {@code task} again and again, {@code pause} after its last end, until this is closed. */
    public void every(Duration pause, Runnable task) {
        var unused = timer.scheduleWithFixedDelay(task, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
