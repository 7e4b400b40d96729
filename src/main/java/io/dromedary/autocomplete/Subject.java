// SPDX-License-Identifier: Apache-2.0
package io.dromedary.autocomplete;

/** The lists that are loaded from Datadog and cached. */
public enum Subject {
    METRICS("metricNames", "the names of metrics"),
    /** Tags of one metric: keys and their values come in one reply. */
    TAGS("metricTags", "the tags of the metric"),
    HOSTS("hosts", "the hosts"),
    /** Names, which several may share, and their ids. */
    MONITORS("monitors", "the monitors"),
    SLOS("slos", "the SLOs"),
    TESTS("syntheticTests", "the synthetic tests"),
    /** Facets of an event-like product; or the values of one, by {@link FacetKey}. */
    FACETS("facets", "the facets"),
    LOG_INDEXES("logIndexes", "the indexes of logs");

    private final String cache;
    private final String text;

    Subject(String cache, String text) {
        this.cache = cache;
        this.text = text;
    }

    /** Returns how a sentence names the list. */
    String text() {
        return text;
    }

    /** Returns the name of the cache, as {@code caffeine-cache:<name>} finds it. */
    public String cache() {
        return cache;
    }
}
