// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import io.dromedary.call.Arrivals;
import io.dromedary.call.Cancellation;
import io.dromedary.call.FailedException;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.frame.Frame;
import io.dromedary.instance.Instance;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The frames of a live tail, without end until nobody watches any more. Polls only while it has one of the process's
 * places for tails; without one it says so and waits for one. Confined to one stream.
 */
final class TailFrames implements Arrivals<Frame> {

    private final LogTail tail;
    private final TailPace pace;
    private final TailPlaces places;
    private final Instance instance;
    private final Function<DatadogRequest<?>, Object> datadog;
    private final Cancellation cancellation;
    private long due = System.nanoTime();
    private boolean placed;
    private boolean told;
    private @Nullable Frame next;

    /** @param datadog calls it and returns what the request's reader made, or throws */
    TailFrames(
            LogTail tail,
            TailPace pace,
            TailPlaces places,
            Instance instance,
            Function<DatadogRequest<?>, Object> datadog,
            Cancellation cancellation) {
        this.tail = tail;
        this.pace = pace;
        this.places = places;
        this.instance = instance;
        this.datadog = datadog;
        this.cancellation = cancellation;
    }

    @Override
    public Duration pause() {
        if (next == null && !cancellation.isCancelled() && left().isZero()) {
            wait(step());
        }
        return next != null || cancellation.isCancelled() ? Duration.ZERO : left();
    }

    /** Returns false between two frames, and when nobody watches any more. */
    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Frame next() {
        if (next == null) {
            throw new NoSuchElementException("there is no new line");
        }
        var frame = next;
        next = null;
        return frame;
    }

    @Override
    public void close() {
        if (placed) {
            placed = false;
            places.leave();
        }
    }

    private Duration left() {
        var nanos = due - System.nanoTime();
        return nanos <= 0 ? Duration.ZERO : Duration.ofNanos(nanos);
    }

    private void wait(Duration pause) {
        due = System.nanoTime() + pause.toNanos();
    }

    /** Polls where there is a place; returns how long to wait then. */
    private Duration step() {
        placed = placed || places.enter();
        if (placed) {
            return poll();
        }
        next = told ? null : tail.note(places.full());
        told = true;
        return TailPlaces.AGAIN;
    }

    private Duration poll() {
        var request = tail.request();
        try {
            var frame = tail.news((EventPage) datadog.apply(request));
            next = frame.rows() > 0 ? frame : null;
            return pace.afterSuccess(instance, request);
        } catch (FailedException failed) {
            var pause = pace.afterFailure(failed);
            next = pace.isFirstFailure() ? tail.trouble(failed.failure(), pause) : null;
            return pause;
        }
    }
}
