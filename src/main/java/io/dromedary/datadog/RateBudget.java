// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import io.dromedary.instance.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many calls Datadog still allows, learnt from the headers of its replies, for each account and bucket. A bucket
 * that is used up is not asked again before its reset. Bounded, whatever a server names its buckets. Thread-safe.
 */
public final class RateBudget {

    private static final int MAX_ENTRIES = 1000;

    private final Clock clock;
    private final Map<Key, String> bucketByTemplate = bounded();
    private final Map<Key, Bucket> buckets = bounded();

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

    /** Notes what a reply says about the bucket the call belongs to. */
    synchronized void learn(DatadogCall call, RateLimit limit) {
        if (limit.remaining() == null || limit.reset() == null) {
            return;
        }
        var name = limit.name() == null ? call.template() : limit.name();
        bucketByTemplate.put(new Key(call.account(), call.template()), name);
        buckets.put(
                new Key(call.account(), name),
                new Bucket(
                        call.account(),
                        name,
                        limit.limit(),
                        limit.period(),
                        limit.remaining(),
                        clock.instant().plus(limit.reset())));
    }

    /** Returns the bucket of {@code call} if it is known to be used up just now. */
    synchronized Optional<Bucket> usedUp(DatadogCall call) {
        var name = bucketByTemplate.get(new Key(call.account(), call.template()));
        if (name == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(buckets.get(new Key(call.account(), name)))
                .filter(bucket -> bucket.remaining() == 0 && clock.instant().isBefore(bucket.resetAt()));
    }

    /**
     * Returns the bucket that a request of an instance counts against, as the last reply told; nothing before the
     * first.
     */
    public synchronized Optional<Bucket> known(Instance instance, DatadogRequest<?> request) {
        var account = Account.of(instance.settings());
        var name = bucketByTemplate.get(new Key(account, PathTemplate.of(request.method(), request.path())));
        return name == null ? Optional.empty() : Optional.ofNullable(buckets.get(new Key(account, name)));
    }

    /** Returns the time until the bucket can be used again, not negative. */
    public Duration untilReset(Bucket bucket) {
        var left = Duration.between(clock.instant(), bucket.resetAt());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Returns the buckets of an instance's keys that were seen lately. */
    public synchronized List<Bucket> of(Instance instance) {
        var account = Account.of(instance.settings());
        return buckets.values().stream()
                .filter(bucket -> bucket.account().equals(account))
                .toList();
    }

    /** Returns the buckets seen lately, for health and metrics. */
    public synchronized List<Bucket> snapshot() {
        return List.copyOf(buckets.values());
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
