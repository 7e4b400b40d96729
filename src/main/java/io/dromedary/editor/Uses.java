// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dromedary.instance.Instance;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;

/**
 * How often metrics and tags were written in good queries lately, for each instance: what is used is offered first.
 * Bounded and forgetful; nothing is kept over a restart. Thread-safe.
 */
public final class Uses {

    private static final int MAX_INSTANCES = 1_000;
    private static final int MAX_NAMES = 1_000;
    private static final Duration MEMORY = Duration.ofDays(7);

    private final Cache<Long, Cache<String, Integer>> byInstance = Caffeine.newBuilder()
            .maximumSize(MAX_INSTANCES)
            .expireAfterAccess(MEMORY)
            .build();

    /** Counts names once more. */
    void note(Instance instance, Collection<String> names) {
        var counts = Objects.requireNonNull(byInstance.get(instance.id(), id -> names()));
        names.forEach(name -> counts.asMap().merge(name, 1, Integer::sum));
    }

    /** Returns the counts by name; names that were not used are missing. */
    Map<String, Integer> of(Instance instance) {
        var counts = byInstance.getIfPresent(instance.id());
        return counts == null ? Map.of() : counts.asMap();
    }

    /** Forgets an instance that is disposed. */
    public void drop(Instance instance) {
        byInstance.invalidate(instance.id());
    }

    private static Cache<String, Integer> names() {
        return Caffeine.newBuilder()
                .maximumSize(MAX_NAMES)
                .expireAfterWrite(MEMORY)
                .build();
    }
}
