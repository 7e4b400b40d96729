// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import io.dromedary.call.Arrivals;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Sends the messages of one reply no faster than the caller reads them. Holds no thread while the caller is slow, or
 * while {@link Arrivals} have nothing due: it goes on when {@link #wake} is called, which any thread may do.
 *
 * @param <R> response message
 */
final class Reply<R> {

    /** Is told once how sending ended; with null if every message was sent or the caller is gone. */
    interface Ending {
        void ended(@Nullable Throwable failure);
    }

    private final ServerCallStreamObserver<R> caller;
    private final Class<R> type;
    private final Iterator<?> messages;
    private final Executor workers;
    private final Ending ending;

    /** Wake-ups nobody has looked at yet; who raises it from 0 does the work, so one thread at a time sends. */
    private final AtomicInteger wakeUps = new AtomicInteger();

    /** Whether somebody will wake it up when something is due. */
    private final AtomicBoolean alarm = new AtomicBoolean();

    private boolean ended;

    Reply(ServerCallStreamObserver<R> caller, Class<R> type, Iterator<?> messages, Executor workers, Ending ending) {
        this.caller = caller;
        this.type = type;
        this.messages = messages;
        this.workers = workers;
        this.ending = ending;
    }

    /** Sends from this thread, which must be one that may block. */
    void start() {
        if (wakeUps.getAndIncrement() == 0) {
            run();
        }
    }

    /** Goes on sending on another thread, as the caller reads again or has gone. */
    void wake() {
        if (wakeUps.getAndIncrement() > 0) {
            return;
        }
        try {
            workers.execute(this::run);
        } catch (RejectedExecutionException e) {
            end(Status.UNAVAILABLE
                    .withDescription("Dromedary is too busy to go on with this answer; try again")
                    .asRuntimeException());
        }
    }

    private void run() {
        int seen = wakeUps.get();
        do {
            try {
                send();
            } catch (RuntimeException | Error e) {
                end(e);
            }
            seen = wakeUps.addAndGet(-seen);
        } while (seen != 0);
    }

    private void send() {
        while (!ended) {
            if (!caller.isCancelled() && isLater()) {
                return;
            }
            if (caller.isCancelled() || !messages.hasNext()) {
                end(null);
            } else if (caller.isReady()) {
                caller.onNext(type.cast(messages.next()));
            } else {
                return;
            }
        }
    }

    /** Returns whether nothing comes for a while; then it is woken up in time. */
    private boolean isLater() {
        var pause = messages instanceof Arrivals<?> arrivals ? arrivals.pause() : Duration.ZERO;
        if (pause.isZero()) {
            return false;
        }
        if (alarm.compareAndSet(false, true)) {
            CompletableFuture.delayedExecutor(pause.toNanos(), TimeUnit.NANOSECONDS, Runnable::run)
                    .execute(() -> {
                        alarm.set(false);
                        wake();
                    });
        }
        return true;
    }

    private void end(@Nullable Throwable failure) {
        if (!ended) {
            ended = true;
            if (messages instanceof Arrivals<?> arrivals) {
                arrivals.close();
            }
            ending.ended(failure);
        }
    }
}
