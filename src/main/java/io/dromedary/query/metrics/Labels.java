// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.query.Tag;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Datadog's tags as Grafana's labels. */
final class Labels {

    private Labels() {}

    /**
     * Returns the labels, sorted by key. A tag is split at its first colon; several values of one key are joined in
     * alphabetical order, so that the labels do not depend on the order of the tags; tags without a colon become the
     * label {@code tag}.
     */
    static SortedMap<String, String> of(List<String> tags) {
        return of(tags, Map.of());
    }

    /** @param more labels that win over tags of their keys */
    static SortedMap<String, String> of(List<String> tags, Map<String, String> more) {
        var values = new TreeMap<String, TreeSet<String>>();
        for (var text : tags) {
            var tag = Tag.of(text);
            values.computeIfAbsent(tag.key(), unused -> new TreeSet<>()).add(tag.value());
        }
        var labels = new TreeMap<String, String>();
        values.forEach((key, all) -> labels.put(key, String.join(", ", all)));
        labels.putAll(more);
        return labels;
    }

    /**
     * Compares labels as a reader would sort them: numbers, which come first, by their size, everything else as text.
     */
    static int compare(SortedMap<String, String> one, SortedMap<String, String> other) {
        var others = other.entrySet().iterator();
        for (var label : one.entrySet()) {
            if (!others.hasNext()) {
                return 1;
            }
            var next = others.next();
            int keys = label.getKey().compareTo(next.getKey());
            int order = keys == 0 ? compareValues(label.getValue(), next.getValue()) : keys;
            if (order != 0) {
                return order;
            }
        }
        return others.hasNext() ? -1 : 0;
    }

    private static int compareValues(String one, String other) {
        boolean number = isNumber(one);
        if (number != isNumber(other)) {
            return number ? -1 : 1;
        }
        int sizes = number ? Double.compare(Double.parseDouble(one), Double.parseDouble(other)) : 0;
        return sizes == 0 ? one.compareTo(other) : sizes;
    }

    private static boolean isNumber(String text) {
        int dots = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && i > 0 && i < text.length() - 1) {
                dots++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return !text.isEmpty() && dots <= 1;
    }
}
