// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Places for live tails: each polls for as long as somebody's browser is open. Thread-safe. */
final class TailPlaces {

    /** How long a tail without a place waits before it tries again. */
    static final Duration AGAIN = Duration.ofSeconds(2);

    private final int most;
    private final Semaphore free;

    TailPlaces(int most) {
        this.most = most;
        free = new Semaphore(most);
    }

    boolean enter() {
        return free.tryAcquire();
    }

    void leave() {
        free.release();
    }

    /** Returns what somebody without a place should know. */
    String full() {
        return most + " live tails are open, which is all that may be (dromedary.events.max-tails). This one begins as"
                + " soon as another one is closed";
    }
}
