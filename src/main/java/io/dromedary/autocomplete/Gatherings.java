// SPDX-License-Identifier: Apache-2.0
package io.dromedary.autocomplete;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.dromedary.call.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The steps of a {@link Gathering}, for the route that loads lists between them. Remembers for a while which lists
 * could not be had, so that not each letter typed asks a Datadog that is away. Thread-safe.
 */
public final class Gatherings {

    private static final int NOT_FOUND = 404;

    private static final int MAX_FAILURES = 10_000;

    private final Map<Subject, Cache<String, CachedListing>> caches;
    private final Freshness freshness;
    private final Cache<String, String> failures;

    /** @param retryAfter how long a list is not asked for again after a failure */
    public Gatherings(
            Map<Subject, Cache<String, CachedListing>> caches,
            Freshness freshness,
            Duration retryAfter,
            Ticker ticker) {
        this.caches = Map.copyOf(caches);
        this.freshness = freshness;
        failures = Caffeine.newBuilder()
                .maximumSize(MAX_FAILURES)
                .expireAfterWrite(retryAfter)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    /** Begins with what is cached and up to date, and what has failed lately. */
    public Gathering begin(List<Lookup> wanted) {
        var gathering = new Gathering(wanted);
        for (var lookup : wanted) {
            var cache = caches.get(lookup.subject());
            var cached = cache == null ? null : cache.getIfPresent(lookup.key());
            if (cached != null && !freshness.needsLoad(cached)) {
                gathering.found(lookup, cached);
                continue;
            }
            var failure = failures.getIfPresent(key(lookup));
            if (failure != null) {
                gathering.failed(lookup, failure);
            }
        }
        return gathering;
    }

    /** Takes a list that was loaded. */
    public void found(Gathering gathering, Lookup lookup, CachedListing cached) {
        gathering.found(lookup, cached);
    }

    /** Takes what went wrong. */
    public void failed(Gathering gathering, Lookup lookup, Throwable thrown) {
        var failure = Failure.of(thrown);
        var reason = failure.status() == NOT_FOUND && lookup.subject() == Subject.TAGS
                ? "Datadog does not know the metric " + lookup.owner()
                : failure.text();
        if (!failure.isCancelled()) {
            failures.put(key(lookup), reason);
        }
        gathering.failed(lookup, reason);
    }

    private static String key(Lookup lookup) {
        return lookup.cache() + "|" + lookup.key();
    }
}
