// SPDX-License-Identifier: Apache-2.0
package io.dromedary.plugin;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of this process: stopped in good order, but in time, whatever hangs. */
final class Exit {

    /**
     * go-plugin kills a child two seconds after it asked it to end, and a JVM needs another 0.3 s when one of its
     * threads is in native code, where one that waits for a socket is.
     */
    static final Duration LIMIT = Duration.ofMillis(1500);

    private static final int TERMINATED = 128 + 15;

    private static final Logger LOG = LoggerFactory.getLogger(Exit.class);

    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile Runnable stop = () -> {};

    /** @param stop stops everything and returns when it has stopped */
    void first(Runnable stop) {
        this.stop = stop;
    }

    /** Returns at once; the process ends with status 0 within {@link #LIMIT}. */
    void begin(String reason) {
        if (begun.getAndSet(true)) {
            return;
        }
        start("exit-limit", () -> haltWith(0));
        start("exit", () -> leave(reason));
    }

    /** Puts the same limit on an end that was asked for by a signal. */
    void limitTermination() {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> start("exit-limit", () -> haltWith(begun.get() ? 0 : TERMINATED))));
    }

    private void leave(String reason) {
        LOG.info("Stopping, as {}", reason);
        try {
            stop.run();
        } catch (RuntimeException e) {
            LOG.warn("Could not stop in good order", e);
        }
        System.exit(0);
    }

    private static void haltWith(int status) {
        try {
            Thread.sleep(LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(status);
    }

    private static void start(String name, Runnable task) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
