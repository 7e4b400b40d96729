// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Counts what was asked of Datadog and how it ended, for metrics. Thread-safe. */
public final class DatadogCalls {

    private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();
    private final LongAdder begun = new LongAdder();
    private final LongAdder ended = new LongAdder();
    private final LongAdder retried = new LongAdder();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /** Is told of each call, on the thread that made it. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Takes note of a call that has ended.
         *
         * @param status HTTP status of the reply, or the one that describes why there was none
         */
        void ended(String template, int status, Duration took);
    }

    /**
     * What is counted together.
     *
     * @param template method and path with values left out, for example {@code GET /api/v2/metrics/{}/all-tags}
     * @param status HTTP status of the reply, or the one that describes why there was none
     */
    public record Key(String template, int status) {}

    /** Tells {@code listener} of each call from now on. */
    public void onEnd(Listener listener) {
        listeners.add(listener);
    }

    void begin() {
        begun.increment();
    }

    void end(String template, int status, Duration took) {
        ended.increment();
        listeners.forEach(listener -> listener.ended(template, status, took));
        counts.computeIfAbsent(new Key(template, status), key -> new LongAdder())
                .increment();
    }

    void retry() {
        retried.increment();
    }

    /** Returns the calls that have ended since the start; a second attempt counts as a call of its own. */
    public Map<Key, Long> counts() {
        return counts.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().sum()));
    }

    /** Returns how many calls are being made now, waiting for a connection included. */
    public long inFlight() {
        return Math.max(0, begun.sum() - ended.sum());
    }

    /** Returns how many calls were made a second time. */
    public long retried() {
        return retried.sum();
    }
}
