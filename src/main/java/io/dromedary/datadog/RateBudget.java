// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import io.dromedary.instance.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many calls Datadog still allows, learnt from the headers of its replies, for each account and bucket. Each call
 * takes its place before it is sent, so that calls at once do not overdraw what is left; a bucket that is used up is
 * not asked again before its reset. Bounded, whatever a server names its buckets. Thread-safe.
 */
public final class RateBudget {

    private static final int MAX_ENTRIES = 1000;

    private final Clock clock;
    private final Map<Key, String> bucketByTemplate = bounded();
    private final Map<Key, Level> levels = bounded();

    /** Calls that were sent and are not over, with the order in which they were sent. */
    private final Map<DatadogCall, Long> inFlight = new HashMap<>();

    private long lastSent;

    public RateBudget(Clock clock) {
        this.clock = clock;
    }

    /**
     * The last known state of a bucket.
     *
     * @param account fingerprint of API and keys
     * @param name as Datadog calls it, or method and path for buckets it does not name
     * @param limit calls allowed per period, null if unknown
     * @param period null if unknown
     * @param remaining calls left until {@code resetAt}
     * @param resetAt when the next period begins
     */
    public record Bucket(
            String account,
            String name,
            @Nullable Long limit,
            @Nullable Duration period,
            long remaining,
            Instant resetAt) {}

    private record Key(String account, String name) {}

    /**
     * A bucket, and the call whose reply told of it: Datadog has counted what was sent until then, not what was sent
     * later.
     */
    private record Level(Bucket bucket, long sent) {}

    /**
     * Takes a place in the bucket of {@code call}, which is about to be sent; {@link #release} must follow once it is
     * over.
     *
     * @return the bucket if it has no place left just now; then none is taken
     */
    synchronized Optional<Bucket> reserve(DatadogCall call) {
        var level = current(call);
        if (level != null && level.bucket().remaining() <= sentSince(level)) {
            return Optional.of(level.bucket());
        }
        inFlight.put(call, ++lastSent);
        return Optional.empty();
    }

    /** Says that the call is over, whether Datadog answered or not. */
    synchronized void release(DatadogCall call) {
        inFlight.remove(call);
    }

    /** Notes what a reply says about the bucket the call belongs to. */
    synchronized void learn(DatadogCall call, RateLimit limit) {
        if (limit.remaining() == null || limit.reset() == null) {
            return;
        }
        var name = limit.name() == null ? call.template() : limit.name();
        bucketByTemplate.put(new Key(call.account(), call.template()), name);
        long sent = inFlight.getOrDefault(call, lastSent);
        var told = new Bucket(
                call.account(),
                name,
                limit.limit(),
                limit.period(),
                limit.remaining(),
                clock.instant().plus(limit.reset()));
        var key = new Key(call.account(), name);
        var known = levels.get(key);
        if (known == null || known.sent() <= sent || isFuller(known.bucket(), told)) {
            levels.put(key, new Level(told, sent));
        }
    }

    /** An early call's late reply tells something new only if less is left, or of the next period. */
    private boolean isFuller(Bucket known, Bucket told) {
        return known.remaining() > told.remaining() || !clock.instant().isBefore(known.resetAt());
    }

    /** Returns what is known of the call's bucket in this period, null for nothing. */
    private @Nullable Level current(DatadogCall call) {
        var name = bucketByTemplate.get(new Key(call.account(), call.template()));
        if (name == null) {
            return null;
        }
        return levels.computeIfPresent(
                new Key(call.account(), name),
                (key, level) -> clock.instant().isBefore(level.bucket().resetAt()) ? level : renewed(level.bucket()));
    }

    /** A period begins with all that is allowed; nothing is known of it where Datadog did not tell how much that is. */
    private @Nullable Level renewed(Bucket last) {
        if (last.limit() == null
                || last.period() == null
                || last.limit() == 0
                || last.period().isZero()) {
            return null;
        }
        long periods = Duration.between(last.resetAt(), clock.instant()).dividedBy(last.period()) + 1;
        return new Level(
                new Bucket(
                        last.account(),
                        last.name(),
                        last.limit(),
                        last.period(),
                        last.limit(),
                        last.resetAt().plus(last.period().multipliedBy(periods))),
                lastSent);
    }

    /** Returns how many calls in flight the bucket's level does not include. */
    private long sentSince(Level level) {
        if (level.bucket().remaining() > inFlight.size()) {
            return 0;
        }
        return inFlight.entrySet().stream()
                .filter(sent -> sent.getValue() > level.sent() && isOf(level.bucket(), sent.getKey()))
                .count();
    }

    private boolean isOf(Bucket bucket, DatadogCall call) {
        return call.account().equals(bucket.account())
                && bucket.name().equals(bucketByTemplate.get(new Key(call.account(), call.template())));
    }

    /**
     * Returns the bucket that a request of an instance counts against, as the last reply told; nothing before the
     * first.
     */
    public synchronized Optional<Bucket> known(Instance instance, DatadogRequest<?> request) {
        var account = Account.of(instance.settings());
        var name = bucketByTemplate.get(new Key(account, PathTemplate.of(request.method(), request.path())));
        return name == null
                ? Optional.empty()
                : Optional.ofNullable(levels.get(new Key(account, name))).map(Level::bucket);
    }

    /** Returns the time until the bucket can be used again, not negative. */
    public Duration untilReset(Bucket bucket) {
        var left = Duration.between(clock.instant(), bucket.resetAt());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Returns the buckets of an instance's keys that were seen lately. */
    public synchronized List<Bucket> of(Instance instance) {
        var account = Account.of(instance.settings());
        return levels.values().stream()
                .map(Level::bucket)
                .filter(bucket -> bucket.account().equals(account))
                .toList();
    }

    /** Returns the buckets seen lately, for health and metrics. */
    public synchronized List<Bucket> snapshot() {
        return levels.values().stream().map(Level::bucket).toList();
    }

    private static <V> Map<Key, V> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, V> eldest) {
                return size() > MAX_ENTRIES;
            }
        };
    }
}
