// SPDX-License-Identifier: Apache-2.0
package io.dromedary.watch;

import io.dromedary.call.Failure;
import io.dromedary.health.Check;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one watch stands. A failed query, or one without data, changes nothing but the text: whether the threshold is
 * passed is simply not known then. Thread-safe.
 */
final class WatchState {

    private static final String GROUP = "watch";

    /** Events that could not be sent are kept, the newest of them. */
    private static final int MAX_UNSENT = 20;

    private final String name;
    private final @Nullable Watch watch;
    private final Deque<WatchEvent> unsent = new ArrayDeque<>();
    private Instant next = Instant.MIN;
    private boolean asking;
    private boolean breached;

    /** Since when answers have been on the side the state is not on. */
    private @Nullable Instant turning;

    private @Nullable Reading reading;
    private String problem;
    private String sending = "";

    private WatchState(String name, @Nullable Watch watch, String problem) {
        this.name = name;
        this.watch = watch;
        this.problem = problem;
    }

    static WatchState of(Watch watch) {
        return new WatchState(watch.name(), watch, "It has not been asked yet");
    }

    static WatchState misconfigured(String name, String problem) {
        return new WatchState(name, null, problem);
    }

    String name() {
        return name;
    }

    Optional<Watch> watch() {
        return Optional.ofNullable(watch);
    }

    /** Returns whether it is to be asked now; then it counts as being asked. */
    synchronized boolean begin(Clock clock) {
        if (watch == null || asking || clock.instant().isBefore(next)) {
            return false;
        }
        asking = true;
        next = clock.instant().plus(watch.every());
        return true;
    }

    synchronized void end() {
        asking = false;
    }

    synchronized void answer(Optional<Reading> found, Instant now) {
        if (watch == null) {
            return;
        }
        reading = found.orElse(null);
        problem = found.isPresent() ? "" : "The query has no data";
        if (found.isEmpty() || watch.side().isBad(found.get().value(), watch.threshold()) == breached) {
            turning = found.isEmpty() ? turning : null;
            return;
        }
        turning = turning == null ? now : turning;
        // patience is for alarms: what is good again is good at once
        if (breached || !turning.plus(watch.patience()).isAfter(now)) {
            breached = !breached;
            unsent.addLast(new WatchEvent(watch, breached, found.get(), turning, now));
            turning = null;
            if (unsent.size() > MAX_UNSENT) {
                unsent.removeFirst();
            }
        }
    }

    synchronized void fail(Failure failure) {
        problem = failure.text();
    }

    /** Returns what has not been sent yet, the oldest first; nothing for a watch whose events go nowhere. */
    synchronized List<WatchEvent> unsent() {
        if (watch == null || watch.to().isEmpty()) {
            unsent.clear();
        }
        return List.copyOf(unsent);
    }

    synchronized void sent(WatchEvent event) {
        unsent.remove(event);
        sending = "";
    }

    synchronized void notSent(String why) {
        sending = why;
    }

    synchronized double value() {
        return reading == null ? Double.NaN : reading.value();
    }

    synchronized boolean breached() {
        return breached;
    }

    synchronized Check check() {
        var state =
                breached || watch == null ? Check.State.DOWN : problem.isEmpty() ? Check.State.UP : Check.State.UNKNOWN;
        var details = new LinkedHashMap<String, Object>();
        if (watch != null) {
            details.put("query", watch.query());
            details.put(watch.side().wireName(), watch.threshold());
        }
        if (reading != null) {
            details.put("value", reading.value());
            reading.labels().forEach((key, value) -> details.put("label." + key, value));
        }
        return new Check(GROUP + "-" + name, GROUP, state, text(), details);
    }

    private String text() {
        var text = new StringBuilder(problem);
        if (breached && watch != null) {
            text.insert(0, "It is " + watch.side().wireName() + " the threshold. ");
        } else if (problem.isEmpty()) {
            text.append("It is within bounds. ");
        }
        if (!sending.isEmpty()) {
            text.append(problem.isEmpty() ? "" : ". ").append(sending);
        }
        return text.toString().strip();
    }
}
