// SPDX-License-Identifier: Apache-2.0
package io.dromedary.autocomplete;

/** The lists that are loaded from Datadog and cached. */
public enum Subject {
    METRICS("metricNames"),
    /** Tags of one metric: keys and their values come in one reply. */
    TAGS("metricTags"),
    HOSTS("hosts");

    private final String cache;

    Subject(String cache) {
        this.cache = cache;
    }

    /** Returns the name of the cache, as {@code caffeine-cache:<name>} finds it. */
    public String cache() {
        return cache;
    }
}
