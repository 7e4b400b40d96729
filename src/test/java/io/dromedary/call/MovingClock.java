// SPDX-License-Identifier: Apache-2.0
package io.dromedary.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test moves. */
public final class MovingClock extends Clock {

    private final Duration step;
    private volatile Instant now;

    private MovingClock(Instant start, Duration step) {
        this.step = step;
        now = start;
    }

    public static MovingClock at(Instant start) {
        return new MovingClock(start, Duration.ZERO);
    }

    /** Returns one that goes on a millisecond with every look at it; for one thread. */
    public static MovingClock ticking(Instant start) {
        return new MovingClock(start, Duration.ofMillis(1));
    }

    public void pass(Duration time) {
        set(now.plus(time));
    }

    public void set(Instant time) {
        now = time;
    }

    @Override
    public Instant instant() {
        var seen = now;
        set(seen.plus(step));
        return seen;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
