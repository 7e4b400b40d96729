// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import io.dromedary.call.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one instance that did not reach Datadog since one last did. It opens once they are many and last long
 * enough; then one call at a time is let through after each pause. An answer ends it: {@link Breakers} drops it then.
 * Thread-safe.
 */
final class Breaker {

    /** A failure this long after the one before has nothing to do with it. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final Breakers.Rule rule;
    private int failures;
    private @Nullable Instant since;
    private @Nullable Instant last;
    private @Nullable Instant openedAt;
    private @Nullable Failure why;
    private boolean trying;

    Breaker(Breakers.Rule rule) {
        this.rule = rule;
    }

    /** What to do with a call. */
    enum Verdict {
        PASS,
        /**
         * The call finds out whether Datadog is back: it must end with {@link Breaker#failed} or {@link Breaker#letGo}.
         */
        TRY,
        REFUSE
    }

    /**
     * Why calls are not made.
     *
     * @param since when a call first did not reach Datadog
     * @param until when a call is let through again
     * @param trying whether one is under way
     * @param why what became of the last call
     */
    record Opening(Instant since, Instant until, boolean trying, Failure why) {}

    synchronized Verdict ask(Instant now) {
        if (openedAt == null) {
            return Verdict.PASS;
        }
        // a clock that was set back must not prolong the pause
        boolean isPause = !now.isBefore(openedAt) && now.isBefore(openedAt.plus(rule.pause()));
        if (trying || isPause) {
            return Verdict.REFUSE;
        }
        trying = true;
        return Verdict.TRY;
    }

    /**
     * Counts a call that did not reach Datadog. While it is open that of the call that tries counts, and no other.
     *
     * @return whether this opened it
     */
    synchronized boolean failed(Instant now, Failure failure, boolean tried) {
        if (openedAt != null) {
            if (tried) {
                trying = false;
                openedAt = now;
                why = failure;
            }
            return false;
        }
        if (since == null || last == null || last.plus(FORGOTTEN_AFTER).isBefore(now)) {
            since = now;
            failures = 0;
        }
        last = now;
        why = failure;
        failures++;
        if (failures >= rule.failures() && !since.plus(rule.atLeast()).isAfter(now)) {
            openedAt = now;
        }
        return openedAt != null;
    }

    /** Says that the call that tries found nothing out; the next one tries. */
    synchronized void letGo() {
        trying = false;
    }

    synchronized Optional<Opening> opening() {
        return openedAt == null
                ? Optional.empty()
                : Optional.of(new Opening(
                        Objects.requireNonNull(since),
                        openedAt.plus(rule.pause()),
                        trying,
                        Objects.requireNonNull(why)));
    }
}
