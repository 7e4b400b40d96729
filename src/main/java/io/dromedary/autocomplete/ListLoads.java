// SPDX-License-Identifier: Apache-2.0
package io.dromedary.autocomplete;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of a load, for the route that calls Datadog between them. Stateless. */
public final class ListLoads {

    private final ListRequests requests;
    private final Freshness freshness;

    public ListLoads(ListRequests requests, Freshness freshness) {
        this.requests = requests;
        this.freshness = freshness;
    }

    /**
     * Returns the pages, none of them read.
     *
     * @param old the list as it was, null if nobody knows it any more
     */
    public Pages begin(Lookup lookup, @Nullable CachedListing old) {
        return new Pages(
                lookup, requests, old == null ? List.of() : old.listing().names());
    }

    /** Takes what Datadog answered to {@link Pages#getNext()}. */
    public void add(Pages pages, Page page) {
        pages.add(page);
    }

    /** Returns what was read, as it is cached. */
    public CachedListing end(Lookup lookup, Pages pages) {
        return freshness.fresh(lookup, pages.listing());
    }
}
