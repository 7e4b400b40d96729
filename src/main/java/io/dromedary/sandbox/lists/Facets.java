// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.api.Tree;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Counts of a list by the values of a facet, most frequent first. */
final class Facets {

    private Facets() {}

    /** @param values what an item counts for; texts or booleans */
    static <T> List<Map<String, Object>> count(List<T> items, Function<T, Stream<?>> values) {
        var counts = new LinkedHashMap<Object, Integer>();
        items.forEach(item -> values.apply(item).distinct().forEach(value -> counts.merge(value, 1, Integer::sum)));
        Comparator<Map.Entry<Object, Integer>> order = Map.Entry.comparingByValue(Comparator.reverseOrder());
        return counts.entrySet().stream()
                .sorted(order.thenComparing(entry -> entry.getKey().toString()))
                .map(entry -> Tree.object("count", entry.getValue(), "name", entry.getKey()))
                .toList();
    }
}
