// SPDX-License-Identifier: Apache-2.0
package io.dromedary.autocomplete;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A list and how long it is good for. Times are nanoseconds of the ticker that {@link Freshness} has. Thread-safe:
 * immutable but for the ready answer, which any thread may make.
 */
public final class CachedListing {

    private final Listing listing;
    private final long freshUntil;
    private final long expires;
    private final @Nullable String staleReason;
    private final int weight;
    private volatile byte @Nullable [] answer;

    CachedListing(Listing listing, long freshUntil, long expires, @Nullable String staleReason) {
        this.listing = listing;
        this.freshUntil = freshUntil;
        this.expires = expires;
        this.staleReason = staleReason;
        weight = (int) Math.min(Integer.MAX_VALUE, listing.weight());
    }

    Listing listing() {
        return listing;
    }

    /** Returns when it should be loaded again. */
    long freshUntil() {
        return freshUntil;
    }

    /** Returns from when on it is not even a substitute. */
    long expires() {
        return expires;
    }

    /** Returns why it could not be loaded again, or null while it is up to date. */
    @Nullable
    String staleReason() {
        return staleReason;
    }

    /** Returns about how much memory it takes, bytes. */
    int weight() {
        return weight;
    }

    /** Returns the answer to the commonest question, everything there is; made once. */
    byte[] answer(Supplier<byte[]> make) {
        var ready = answer;
        if (ready == null) {
            ready = make.get();
            answer = ready;
        }
        return ready;
    }
}
