// SPDX-License-Identifier: Apache-2.0
package io.dromedary.autocomplete;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lists that one answer is made of: those that are cached, and those that come in time. What is missing in the end
 * is told, and is no failure. Thread-safe: lists may still arrive while the answer is being made.
 */
public final class Gathering {

    private final List<Lookup> wanted;
    private final Map<Lookup, CachedListing> found = new ConcurrentHashMap<>();
    private final Map<Lookup, String> failed = new ConcurrentHashMap<>();

    Gathering(List<Lookup> wanted) {
        this.wanted = List.copyOf(wanted);
    }

    /** Returns the lists that are neither here nor known to be out of reach. */
    public List<Lookup> getMissing() {
        return wanted.stream()
                .filter(lookup -> !found.containsKey(lookup) && !failed.containsKey(lookup))
                .toList();
    }

    void found(Lookup lookup, CachedListing cached) {
        found.put(lookup, cached);
    }

    void failed(Lookup lookup, String reason) {
        failed.put(lookup, reason);
    }

    /** Returns a list as it was found, up to date or not. */
    public Optional<Listing> listing(Lookup lookup) {
        return Optional.ofNullable(found.get(lookup)).map(CachedListing::listing);
    }

    /** Returns why something is missing or out of date, one sentence for the user; nothing when all is well. */
    public Optional<String> reason() {
        return wanted.stream().flatMap(lookup -> reason(lookup).stream()).findFirst();
    }

    private Optional<String> reason(Lookup lookup) {
        var cached = found.get(lookup);
        if (cached != null) {
            return Optional.ofNullable(cached.staleReason());
        }
        return Optional.of(failed.getOrDefault(
                lookup, "Datadog is still being asked for " + lookup.subject().text() + "; ask again in a moment"));
    }
}
