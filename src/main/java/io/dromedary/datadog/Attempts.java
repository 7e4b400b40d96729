// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import io.dromedary.call.Cancellation;
import io.dromedary.call.FailedException;
import io.dromedary.instance.Instance;
import io.dromedary.instance.WhenLimited;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a call, and a second time where that promises success: after trouble that is likely to pass, or when a rate
 * limit ends soon and the instance is to wait for that. Both attempts and the wait between them share one deadline.
 * Blocks its thread. Thread-safe.
 */
public final class Attempts {

    /** Added to the wait for a reset, so that no clock's coarseness makes the second attempt too early. */
    private static final Duration MARGIN = Duration.ofMillis(20);

    private final Deadlines deadlines;
    private final RateBudget budget;
    private final Breakers breakers;
    private final DatadogCalls calls;
    private final Duration maxRateLimitWait;
    private final Supplier<Duration> jitter;

    /**
     * @param maxRateLimitWait longest wait for the reset of a rate limit
     * @param jitter wait after trouble that passes, another one each time
     */
    public Attempts(
            Deadlines deadlines,
            RateBudget budget,
            Breakers breakers,
            DatadogCalls calls,
            Duration maxRateLimitWait,
            Supplier<Duration> jitter) {
        this.deadlines = deadlines;
        this.budget = budget;
        this.breakers = breakers;
        this.calls = calls;
        this.maxRateLimitWait = maxRateLimitWait;
        this.jitter = jitter;
    }

    /** One try: sends the request and reads the reply. */
    @FunctionalInterface
    public interface Attempt {

        /**
         * Makes the try.
         *
         * @throws Exception whatever went wrong; it is turned into something a user can read
         */
        @Nullable
        Object make(DatadogCall call) throws Exception;
    }

    /**
     * Makes the call.
     *
     * @param insists whether it is made even where those before did not reach Datadog
     * @return the value the request's reader made
     * @throws FailedException if there is none; a {@link DatadogException} unless the reader threw another one
     */
    public @Nullable Object run(
            Instance instance, DatadogRequest<?> request, Cancellation cancellation, boolean insists, Attempt attempt) {
        try (var call = new DatadogCall(instance, request, cancellation, deadlines);
                var passage = breakers.enter(call, insists)) {
            try {
                return atMostTwice(call, attempt);
            } catch (DatadogException e) {
                passage.failed(e);
                throw e;
            }
        }
    }

    private @Nullable Object atMostTwice(DatadogCall call, Attempt attempt) {
        try {
            return once(call, attempt);
        } catch (DatadogException first) {
            var wait =
                    waitBeforeSecond(first, call.instance()).filter(needed -> needed.compareTo(call.remaining()) < 0);
            if (wait.isEmpty()) {
                throw first;
            }
            checkNotEnded(call);
            pause(call, wait.get());
            calls.retry();
            return once(call, attempt);
        }
    }

    private Optional<Duration> waitBeforeSecond(DatadogException first, Instance instance) {
        if (first.isPassing()) {
            return Optional.of(jitter.get());
        }
        return first.failure().status() == 429 && instance.settings().whenLimited() == WhenLimited.WAIT
                ? first.reset()
                        .filter(reset -> reset.compareTo(maxRateLimitWait) <= 0)
                        .map(MARGIN::plus)
                : Optional.empty();
    }

    private @Nullable Object once(DatadogCall call, Attempt attempt) {
        checkNotEnded(call);
        budget.reserve(call).ifPresent(bucket -> {
            throw CallFailures.usedUp(bucket, budget.untilReset(bucket), call);
        });
        calls.begin();
        long begin = System.nanoTime();
        int status = 500;
        try {
            var value = attempt.make(call);
            status = 200;
            return value;
        } catch (Exception e) {
            var failed = CallFailures.of(e, call);
            status = failed.failure().status();
            throw failed;
        } finally {
            call.abortWith(() -> {});
            budget.release(call);
            calls.end(call.template(), status, Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    private static void checkNotEnded(DatadogCall call) {
        var ending = call.ending();
        if (ending != null) {
            throw CallFailures.ended(ending, call);
        }
    }

    private static void pause(DatadogCall call, Duration wait) {
        try {
            call.pause(wait);
        } catch (InterruptedException e) {
            throw CallFailures.of(e, call);
        }
    }
}
