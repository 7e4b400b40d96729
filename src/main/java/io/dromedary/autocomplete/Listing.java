// SPDX-License-Identifier: Apache-2.0
package io.dromedary.autocomplete;

import java.util.List;
import java.util.Map;

/**
 * A list as Datadog has it, sorted, without duplicates.
 *
 * @param names metric names, tag keys, hosts, or what monitors, SLOs and tests are called
 * @param values the values of each tag key, or the ids of each name; empty for other subjects
 * @param complete whether it was read to its end
 */
public record Listing(List<String> names, Map<String, List<String>> values, boolean complete) {

    /** Memory of a text beside its letters (object, array, reference), and of its place in a ready answer; bytes. */
    private static final int TEXT_OVERHEAD = 64;

    public Listing {
        names = List.copyOf(names);
        values = Map.copyOf(values);
    }

    /** Returns the names, or the values of {@code tagKey} unless that is empty. */
    List<String> list(String tagKey) {
        return tagKey.isEmpty() ? names : values.getOrDefault(tagKey, List.of());
    }

    /** Returns about how much memory it takes, bytes; ready answers included. */
    long weight() {
        return weight(names)
                + values.values().stream().mapToLong(Listing::weight).sum();
    }

    private static long weight(List<String> texts) {
        return texts.stream()
                .mapToLong(text -> TEXT_OVERHEAD + 2L * text.length())
                .sum();
    }
}
