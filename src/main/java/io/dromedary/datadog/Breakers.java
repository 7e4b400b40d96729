// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import io.dromedary.datadog.Breaker.Verdict;
import io.dromedary.instance.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves a Datadog alone that cannot be reached, each instance for itself: after many calls in a row without any answer
 * the next ones fail at once, and one at a time finds out whether it is back. An answer of any kind, an error as well,
 * shows that Datadog is there. Holds something of instances in trouble only. Thread-safe.
 */
public final class Breakers {

    private static final Logger LOG = LoggerFactory.getLogger(Breakers.class);

    private final Rule rule;
    private final Clock clock;
    private final Map<Long, Breaker> breakers = new ConcurrentHashMap<>();
    private final LongAdder refused = new LongAdder();

    public Breakers(Rule rule, Clock clock) {
        this.rule = rule;
        this.clock = clock;
    }

    /**
     * When calls are no longer made, and how long.
     *
     * @param failures calls in a row that reached nobody, 0 for never
     * @param atLeast time from the first of them to the last
     * @param pause until one call is let through
     */
    public record Rule(int failures, Duration atLeast, Duration pause) {

        public Rule {
            if (failures < 0 || atLeast.isNegative() || pause.isNegative()) {
                throw new IllegalArgumentException("dromedary.datadog.breaker-…: none may be negative");
            }
        }
    }

    /**
     * Why calls of an instance are not made.
     *
     * @param since when a call first did not reach Datadog
     * @param until when one is let through
     * @param text one sentence for people, without secrets
     */
    public record Opening(Instant since, Instant until, String text) {}

    /**
     * Lets a call go on its way.
     *
     * @param insists whether it is made in any case: to find out how things are
     * @return to be told how the call went, and closed before the call is
     * @throws DatadogException status 503, if the call is not to be made now
     */
    Passage enter(DatadogCall call, boolean insists) {
        var breaker = breakers.get(call.instance().id());
        var verdict = breaker == null || insists ? Verdict.PASS : breaker.ask(clock.instant());
        if (breaker != null && verdict == Verdict.REFUSE) {
            breaker.opening().ifPresent(opening -> {
                refused.increment();
                throw refusal(opening);
            });
        }
        return new Passage(this, call, verdict == Verdict.TRY ? breaker : null);
    }

    private DatadogException refusal(Breaker.Opening opening) {
        var left = Duration.between(clock.instant(), opening.until());
        return CallFailures.leftAlone(text(opening), left.isNegative() ? Duration.ZERO : left);
    }

    private static String text(Breaker.Opening opening) {
        var when = opening.trying() ? "one call tries now" : "the next call at " + seconds(opening.until()) + " tries";
        return "Datadog could not be reached since " + seconds(opening.since()) + " and is left alone, " + when
                + " whether it is back. The last call said: " + opening.why().text();
    }

    private static String seconds(Instant time) {
        return Instant.ofEpochSecond(time.getEpochSecond()).toString();
    }

    void reached(Instance instance) {
        if (breakers.isEmpty()) {
            return;
        }
        var breaker = breakers.remove(instance.id());
        if (breaker != null && breaker.opening().isPresent()) {
            LOG.info("Datadog answers {} again", instance);
        }
    }

    void failed(Instance instance, DatadogException failure) {
        if (rule.failures() == 0) {
            return;
        }
        var breaker = breakers.computeIfAbsent(instance.id(), id -> new Breaker(rule));
        if (breaker.failed(clock.instant(), failure.failure(), false)) {
            LOG.warn(
                    "No call of {} has reached Datadog since {}; others fail at once until one does. {}",
                    instance,
                    breaker.opening().map(opening -> seconds(opening.since())).orElse("now"),
                    failure.getMessage());
        }
    }

    void stillFails(Breaker breaker, DatadogException failure) {
        breaker.failed(clock.instant(), failure.failure(), true);
    }

    /** Returns why calls of the instance are not made; nothing where they are. */
    public Optional<Opening> of(Instance instance) {
        return Optional.ofNullable(breakers.get(instance.id()))
                .flatMap(Breaker::opening)
                .map(opening -> new Opening(opening.since(), opening.until(), text(opening)));
    }

    /** Returns how many calls were not made, since the start. */
    public long refused() {
        return refused.sum();
    }

    /** Drops what is known of an instance that is no longer used. */
    public void forget(Instance instance) {
        breakers.remove(instance.id());
    }
}
