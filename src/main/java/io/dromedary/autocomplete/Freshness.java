// SPDX-License-Identifier: Apache-2.0
package io.dromedary.autocomplete;

import com.github.benmanes.caffeine.cache.Ticker;
import io.dromedary.call.FailedException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides how long a list is good, and what happens when it cannot be loaded again. Thread-safe. */
public final class Freshness {

    private final Map<Subject, Duration> timeToLive;
    private final Duration staleFor;
    private final Duration retryAfter;
    private final Ticker ticker;

    /**
     * @param timeToLive how long a list is served without asking Datadog again
     * @param staleFor how much longer it is a substitute when Datadog fails
     * @param retryAfter how long nothing is asked again after a failure, while there is a substitute
     */
    public Freshness(Map<Subject, Duration> timeToLive, Duration staleFor, Duration retryAfter, Ticker ticker) {
        this.timeToLive = Map.copyOf(timeToLive);
        this.staleFor = staleFor;
        this.retryAfter = retryAfter;
        this.ticker = ticker;
    }

    /** Returns whether Datadog must be asked. */
    public boolean needsLoad(@Nullable CachedListing cached) {
        return cached == null || ticker.read() - cached.freshUntil() >= 0;
    }

    /** Returns the list as it is cached when it has just been loaded. */
    public CachedListing fresh(Lookup lookup, Listing listing) {
        var freshUntil = ticker.read()
                + timeToLive.getOrDefault(lookup.subject(), Duration.ZERO).toNanos();
        return new CachedListing(listing, freshUntil, freshUntil + staleFor.toNanos(), null);
    }

    /**
     * Returns the old list, marked with what went wrong.
     *
     * @throws FailedException {@code failure} itself if there is no old list
     */
    public CachedListing substitute(@Nullable CachedListing old, FailedException failure) {
        if (old == null) {
            throw failure;
        }
        return new CachedListing(
                old.listing(),
                ticker.read() + retryAfter.toNanos(),
                old.expires(),
                failure.failure().text());
    }

    /** Returns how long a list may stay in its cache from now on, nanoseconds. */
    long remaining(CachedListing cached) {
        return Math.max(0, cached.expires() - ticker.read());
    }
}
