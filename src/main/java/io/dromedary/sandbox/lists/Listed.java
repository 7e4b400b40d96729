// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.text.Glob;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a search sees of an item. Case does not matter, {@code *} stands for any text.
 *
 * @param text what a word without a key is looked for in
 * @param attributes values by key; a tag {@code env:prod} is found as {@code env:prod} and as {@code tag:"env:prod"}
 */
record Listed(String text, Map<String, List<String>> attributes) {

    /** An item with tags; {@code keysAndValues} are its other attributes, in turn. */
    static Listed of(String text, Collection<String> tags, String... keysAndValues) {
        var attributes = new HashMap<String, List<String>>();
        for (String tag : tags) {
            int colon = tag.indexOf(':');
            if (colon > 0) {
                add(attributes, tag.substring(0, colon), tag.substring(colon + 1));
            }
            add(attributes, "tag", tag);
            add(attributes, "tags", tag);
        }
        for (int i = 0; i < keysAndValues.length; i += 2) {
            add(attributes, keysAndValues[i], keysAndValues[i + 1]);
        }
        return new Listed(text.toLowerCase(Locale.ROOT), attributes);
    }

    private static void add(Map<String, List<String>> attributes, String key, String value) {
        attributes.merge(
                key.toLowerCase(Locale.ROOT),
                List.of(value.toLowerCase(Locale.ROOT)),
                (before, more) -> Stream.concat(before.stream(), more.stream()).toList());
    }

    boolean has(String key, String value) {
        String name = key.startsWith("@") ? key.substring(1) : key;
        var values = attributes.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        String wanted = value.toLowerCase(Locale.ROOT);
        return values.stream().anyMatch(one -> Glob.matches(wanted, one));
    }

    boolean contains(String word) {
        return Glob.matches("*" + word.toLowerCase(Locale.ROOT) + "*", text);
    }
}
