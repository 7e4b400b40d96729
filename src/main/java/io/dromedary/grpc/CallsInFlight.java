// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import java.util.concurrent.TimeUnit;

/** The calls of one method that have begun and not ended, and whether more may begin. Thread-safe. */
final class CallsInFlight {

    private final Object lock = new Object();
    private boolean open;
    private int count;

    void open() {
        synchronized (lock) {
            open = true;
        }
    }

    /** From now on {@link #enter} says no; what is in flight goes on. */
    void close() {
        synchronized (lock) {
            open = false;
        }
    }

    boolean isOpen() {
        synchronized (lock) {
            return open;
        }
    }

    /** Returns whether the call may begin; if so, {@link #leave} must follow. */
    boolean enter() {
        synchronized (lock) {
            if (open) {
                count++;
            }
            return open;
        }
    }

    void leave() {
        synchronized (lock) {
            count--;
            if (count == 0) {
                lock.notifyAll();
            }
        }
    }

    int count() {
        synchronized (lock) {
            return count;
        }
    }

    /**
     * Waits until no call is in flight.
     *
     * @param deadline as of {@link System#nanoTime}
     * @return false if calls are left at the deadline
     */
    boolean awaitNone(long deadline) throws InterruptedException {
        synchronized (lock) {
            while (count > 0) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(lock, left);
            }
            return true;
        }
    }
}
