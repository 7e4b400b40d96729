// SPDX-License-Identifier: Apache-2.0
package io.dromedary.autocomplete;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sorts what Datadog answered, in any case of letters, and drops duplicates. */
final class Listings {

    private static final Comparator<String> ORDER =
            String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

    private Listings() {}

    static Listing ofNames(Collection<String> names, boolean complete) {
        return new Listing(sorted(names), Map.of(), complete);
    }

    /** @param tags as {@code key:value}; values may hold colons, and a tag without any has no value */
    static Listing ofTags(Collection<String> tags, boolean complete) {
        var values = new HashMap<>(tags.stream()
                .filter(tag -> tag.indexOf(':') > 0)
                .collect(groupingBy(Listings::key, mapping(Listings::value, toList()))));
        values.replaceAll((key, list) -> sorted(list));
        return new Listing(sorted(tags.stream().map(Listings::key).toList()), values, complete);
    }

    /** @param named as {@code id:name} */
    static Listing ofNamed(Collection<String> named, boolean complete) {
        var ids = new HashMap<>(named.stream()
                .filter(one -> one.indexOf(':') > 0)
                .collect(groupingBy(Listings::value, mapping(Listings::key, toList()))));
        ids.replaceAll((name, list) -> sorted(list));
        return new Listing(sorted(ids.keySet()), ids, complete);
    }

    private static List<String> sorted(Collection<String> texts) {
        return texts.stream()
                .filter(text -> !text.isBlank())
                .distinct()
                .sorted(ORDER)
                .toList();
    }

    private static String key(String tag) {
        var colon = tag.indexOf(':');
        return colon < 0 ? tag : tag.substring(0, colon);
    }

    private static String value(String tag) {
        return tag.substring(tag.indexOf(':') + 1);
    }
}
