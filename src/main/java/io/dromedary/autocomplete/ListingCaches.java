// SPDX-License-Identifier: Apache-2.0
package io.dromedary.autocomplete;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the caches of lists, names them, and finds the keys of an instance in them. Stateless. */
public final class ListingCaches {

    /**
     * Returns a cache that forgets each list at its own time, and the least used ones when it grows too heavy.
     *
     * @param maxBytes about how much memory all lists together may take
     */
    public static Cache<String, CachedListing> create(long maxBytes, Freshness freshness, Ticker ticker) {
        return Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((String key, CachedListing cached) -> cached.weight())
                .expireAfter(Expiry.writing(
                        (String key, CachedListing cached) -> Duration.ofNanos(freshness.remaining(cached))))
                .ticker(ticker)
                .executor(Runnable::run)
                .recordStats()
                .build();
    }

    /** Returns the names of all caches of lists. */
    public List<String> names() {
        return Arrays.stream(Subject.values()).map(Subject::cache).toList();
    }

    /** Returns those keys of a cache that belong to the instance. */
    public Set<String> keysOf(long instance, Map<String, CachedListing> cache) {
        var prefix = Lookup.keyPrefix(instance);
        return cache.keySet().stream().filter(key -> key.startsWith(prefix)).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns why lists of the instance are older than they should be; nothing if all are up to date. */
    public List<String> staleReasons(long instance, Map<String, CachedListing> cache) {
        return keysOf(instance, cache).stream()
                .map(cache::get)
                .filter(Objects::nonNull)
                .map(CachedListing::staleReason)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
