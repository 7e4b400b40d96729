// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import io.dromedary.call.Cancellation;
import io.dromedary.instance.Instance;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets identical requests that are wanted at the same time share one call: the first leads, the others wait without a
 * thread. Nothing is kept once the call has ended, so this is no cache. Thread-safe.
 */
public final class SingleFlight {

    private final Map<Object, Flight> flights = new ConcurrentHashMap<>();
    private final LongAdder shared = new LongAdder();

    /**
     * What makes two requests identical. The reader's class stands for the type of the value; see {@link ReplyReader}.
     *
     * @param instanceId {@link Instance#id()}: other keys or another site never share
     */
    public record Key(
            long instanceId,
            DatadogRequest.Method method,
            String path,
            String query,
            @Nullable String body,
            Class<?> reader) {

        /** Returns the key of a request of an instance. */
        public static Key of(Instance instance, DatadogRequest<?> request) {
            return new Key(
                    instance.id(),
                    request.method(),
                    request.path(),
                    request.query(),
                    request.body(),
                    request.reader().getClass());
        }
    }

    /**
     * How a shared call ended.
     *
     * @param failure why there is no value, or null if there is one
     */
    public record Outcome(@Nullable Object value, @Nullable Exception failure) {}

    /**
     * Joins the call that is under way for {@code key}, or begins one.
     *
     * @param key equal for what may be shared, for example a {@link Key}
     * @param caller tells when this caller no longer waits; the others are not affected, and the call is cancelled once
     *     nobody waits
     * @param receiver is given the outcome, once, unless the caller leads
     * @return the flight to be led: the caller makes the call under {@link Flight#cancellation()} and reports with
     *     {@link Flight#land} in every case; null if somebody else leads
     */
    public @Nullable Flight board(Object key, Cancellation caller, Consumer<Outcome> receiver) {
        while (true) {
            var fresh = new Flight(ended -> flights.remove(key, ended));
            var running = flights.putIfAbsent(key, fresh);
            if (running == null) {
                fresh.admit(caller, outcome -> {});
                return fresh;
            }
            if (running.admit(caller, receiver)) {
                shared.increment();
                return null;
            }
            flights.remove(key, running);
        }
    }

    /** Returns how many calls are under way. */
    public int underWay() {
        return flights.size();
    }

    /** Returns how many requests were answered by the call of another one, since the start. */
    public long shared() {
        return shared.sum();
    }
}
