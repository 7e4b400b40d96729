// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import io.dromedary.call.Cancellation;
import io.dromedary.instance.Instance;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One call while it is made, its second attempt included: until when it may take, and what to do when nobody waits any
 * more. Ends at the instance's timeout or with its cancellation, whatever the connection is doing just then.
 * Thread-safe.
 */
public final class DatadogCall implements AutoCloseable {

    private final Instance instance;
    private final DatadogRequest<?> request;
    private final String template;
    private final String account;
    private final long deadlineNanos;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Object lock = new Object();
    private final Runnable forgetDeadline;
    private final Runnable forgetCancellation;
    private Runnable abort = () -> {};
    private @Nullable Ending ending;
    private volatile boolean answered;

    /** Why a call ended before its time. */
    enum Ending {
        CANCELLED,
        TIMED_OUT
    }

    DatadogCall(Instance instance, DatadogRequest<?> request, Cancellation cancellation, Deadlines deadlines) {
        this.instance = instance;
        this.request = request;
        template = PathTemplate.of(request.method(), request.path());
        account = Account.of(instance.settings());
        var timeout = instance.settings().timeout();
        deadlineNanos = System.nanoTime() + timeout.toNanos();
        forgetDeadline = deadlines.in(timeout, () -> end(Ending.TIMED_OUT));
        forgetCancellation = cancellation.onCancel(() -> end(Ending.CANCELLED));
    }

    public Instance instance() {
        return instance;
    }

    public DatadogRequest<?> request() {
        return request;
    }

    /** Returns method and path with everything variable left out: {@code GET /api/v2/metrics/{}/all-tags}. */
    public String template() {
        return template;
    }

    /** Returns a fingerprint of API and keys: whose rate limits are used. */
    String account() {
        return account;
    }

    /** Returns the time left, at least 1 ms: zero would mean no limit to most who take a timeout. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(deadlineNanos - System.nanoTime(), 1_000_000));
    }

    /** Says how to break off what the call is doing now; done at once if the call has already ended. */
    public void abortWith(Runnable how) {
        synchronized (lock) {
            abort = how;
            if (ending == null) {
                return;
            }
        }
        how.run();
    }

    /** Breaks off what the call is doing now, so that its connection is closed instead of read to its end. */
    void abort() {
        Runnable how;
        synchronized (lock) {
            how = abort;
            abort = () -> {};
        }
        how.run();
    }

    /** Returns whether the call ended before its time, so that nobody waits for its answer. */
    public boolean hasEnded() {
        return ending() != null;
    }

    /** Notes that a reply has begun to arrive, whatever it says. */
    void answered() {
        answered = true;
    }

    /** Whether Datadog has answered, if only an attempt that failed. */
    boolean isAnswered() {
        return answered;
    }

    /** Returns why the call ended before its time, null while it has not. */
    @Nullable
    Ending ending() {
        synchronized (lock) {
            return ending;
        }
    }

    /** Waits, or returns at once when the call ends. */
    void pause(Duration wait) throws InterruptedException {
        var unused = over.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void end(Ending why) {
        synchronized (lock) {
            if (ending != null) {
                return;
            }
            ending = why;
        }
        over.countDown();
        abort();
    }

    @Override
    public void close() {
        forgetDeadline.run();
        forgetCancellation.run();
    }
}
