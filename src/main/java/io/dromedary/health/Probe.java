// SPDX-License-Identifier: Apache-2.0
package io.dromedary.health;

import java.util.List;

/** One thing that must, or should, work. */
public enum Probe {
    /** Both keys are valid; needs no permission. */
    KEYS("keys", "Keys", ""),
    /** Metric queries. */
    METRIC_QUERIES("metricQueries", "Metric queries", "timeseries_query"),
    /** The list of metric names, and their tags. */
    METRIC_NAMES("metricNames", "Metric names", "metrics_read"),
    /** The list of hosts. */
    HOSTS("hosts", "Hosts", "hosts_read"),
    /** The API key alone is valid: asked only to tell which of two keys is wrong. */
    API_KEY("apiKey", "API key", "");

    private static final List<Probe> ALWAYS = List.of(KEYS, METRIC_QUERIES, METRIC_NAMES, HOSTS);

    private final String wireName;
    private final String label;
    private final String permission;

    Probe(String wireName, String label, String permission) {
        this.wireName = wireName;
        this.label = label;
        this.permission = permission;
    }

    /** Returns those that belong to every check. */
    public static List<Probe> always() {
        return ALWAYS;
    }

    /** Returns the name in the details. */
    String wireName() {
        return wireName;
    }

    /** Returns what users call it. */
    String label() {
        return label;
    }

    /** Returns the permission that the application key needs for it, empty if none. */
    String permission() {
        return permission;
    }
}
