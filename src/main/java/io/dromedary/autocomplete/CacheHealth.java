// SPDX-License-Identifier: Apache-2.0
package io.dromedary.autocomplete;

import com.github.benmanes.caffeine.cache.Cache;
import io.dromedary.health.Check;
import io.dromedary.health.CheckSource;
import io.dromedary.health.InstanceHealth;
import io.dromedary.instance.Instance;
import java.util.List;
import java.util.Map;

/** Whether the lists for completion are as fresh as they should be, for each configured instance. */
public final class CacheHealth implements CheckSource {

    private static final String GROUP = "instance";

    private final InstanceHealth instances;
    private final ListingCaches listings;
    private final List<Cache<String, CachedListing>> caches;

    public CacheHealth(InstanceHealth instances, ListingCaches listings, List<Cache<String, CachedListing>> caches) {
        this.instances = instances;
        this.listings = listings;
        this.caches = List.copyOf(caches);
    }

    @Override
    public List<Check> checks() {
        return instances.each(this::check);
    }

    private Check check(String name, Instance instance) {
        var stale = caches.stream()
                .flatMap(cache -> listings.staleReasons(instance.id(), cache.asMap()).stream())
                .findFirst();
        return Check.of(
                GROUP + "-" + name + "-cache",
                GROUP,
                stale.isEmpty(),
                stale.map(reason -> "Lists for completion are outdated: " + reason)
                        .orElse("Lists for completion are up to date"),
                Map.of());
    }
}
