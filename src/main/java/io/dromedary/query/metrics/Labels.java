// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Datadog's tags as Grafana's labels. */
final class Labels {

    /** Where tags without a key go. */
    private static final String KEYLESS = "tag";

    private Labels() {}

    /**
     * Returns the labels, sorted by key. A tag is split at its first colon; several values of one key are joined in
     * alphabetical order, so that the labels do not depend on the order of the tags; tags without a colon become the
     * label {@code tag}.
     */
    static SortedMap<String, String> of(List<String> tags) {
        var values = new TreeMap<String, TreeSet<String>>();
        for (var tag : tags) {
            var colon = tag.indexOf(':');
            var key = colon <= 0 ? KEYLESS : tag.substring(0, colon);
            values.computeIfAbsent(key, unused -> new TreeSet<>()).add(tag.substring(colon <= 0 ? 0 : colon + 1));
        }
        var labels = new TreeMap<String, String>();
        values.forEach((key, all) -> labels.put(key, String.join(", ", all)));
        return labels;
    }
}
