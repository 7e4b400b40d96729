// SPDX-License-Identifier: Apache-2.0
package io.dromedary.plugin;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Notices that the parent process is gone. It looks for itself, as {@link ProcessHandle#onExit} of a process that is
 * not a child looks less and less often, in the end every five seconds. A parent with pid 1 is nothing to worry about:
 * in Grafana's container that is Grafana. One that died before the watch began is noticed by the {@link Handshake}.
 */
final class ParentWatch {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final long NONE = 0;

    private final LongSupplier parent;
    private final long first;
    private final Runnable gone;

    ParentWatch(LongSupplier parent, Runnable gone) {
        this.parent = parent;
        this.first = parent.getAsLong();
        this.gone = gone;
    }

    /** Starts watching this process's own parent. */
    static void begin(Runnable gone) {
        var watch = new ParentWatch(ParentWatch::parentPid, gone);
        var thread = new Thread(watch::run, "parent-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** An orphan is handed to another process, so its parent's pid changes. */
    boolean isGone() {
        return parent.getAsLong() != first;
    }

    private void run() {
        try {
            while (!isGone()) {
                Thread.sleep(PAUSE.toMillis());
            }
            gone.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long parentPid() {
        return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(NONE);
    }
}
