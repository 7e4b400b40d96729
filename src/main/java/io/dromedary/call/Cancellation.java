// SPDX-License-Identifier: Apache-2.0
package io.dromedary.call;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells everything that works for a call that nobody waits for its answer any more. Thread-safe; listeners run once, on
 * the thread that cancels, or at once when it is too late.
 */
public final class Cancellation {

    private final Object lock = new Object();
    private List<Runnable> listeners = new ArrayList<>();
    private boolean cancelled;

    public void cancel() {
        List<Runnable> toRun;
        synchronized (lock) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            toRun = listeners;
            listeners = new ArrayList<>();
        }
        toRun.forEach(Runnable::run);
    }

    public boolean isCancelled() {
        synchronized (lock) {
            return cancelled;
        }
    }

    /**
     * Runs {@code listener} when the call is cancelled.
     *
     * @return call it to be left alone from then on
     */
    public Runnable onCancel(Runnable listener) {
        synchronized (lock) {
            if (!cancelled) {
                listeners.add(listener);
                return () -> remove(listener);
            }
        }
        listener.run();
        return () -> {};
    }

    private void remove(Runnable listener) {
        synchronized (lock) {
            listeners.remove(listener);
        }
    }
}
