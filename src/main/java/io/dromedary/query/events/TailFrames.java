// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import io.dromedary.call.Cancellation;
import io.dromedary.call.FailedException;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.frame.Frame;
import io.dromedary.instance.Instance;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The frames of a live tail, without end until nobody watches any more. Waits for the next lines on the caller's
 * thread. Confined to one stream.
 */
final class TailFrames implements Iterator<Frame> {

    private final LogTail tail;
    private final TailPace pace;
    private final Instance instance;
    private final Function<DatadogRequest<?>, Object> datadog;
    private final Cancellation cancellation;
    private final CountDownLatch over = new CountDownLatch(1);
    private Duration pause = Duration.ZERO;
    private @Nullable Frame next;

    /** @param datadog calls it and returns what the request's reader made, or throws */
    TailFrames(
            LogTail tail,
            TailPace pace,
            Instance instance,
            Function<DatadogRequest<?>, Object> datadog,
            Cancellation cancellation) {
        this.tail = tail;
        this.pace = pace;
        this.instance = instance;
        this.datadog = datadog;
        this.cancellation = cancellation;
        cancellation.onCancel(over::countDown);
    }

    /** Returns false when nobody watches any more. */
    @Override
    public boolean hasNext() {
        while (next == null && waited()) {
            poll();
        }
        return next != null;
    }

    @Override
    public Frame next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException("the tail is over");
        }
        var frame = next;
        next = null;
        return frame;
    }

    /** Returns whether the pause passed and somebody still watches. */
    private boolean waited() {
        try {
            return !over.await(pause.toMillis(), TimeUnit.MILLISECONDS) && !cancellation.isCancelled();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void poll() {
        var request = tail.request();
        try {
            var frame = tail.news((EventPage) datadog.apply(request));
            pause = pace.afterSuccess(instance, request);
            next = frame.rows() > 0 ? frame : null;
        } catch (FailedException failed) {
            pause = pace.afterFailure(failed);
            next = pace.isFirstFailure() ? tail.trouble(failed.failure(), pause) : null;
        }
    }
}
