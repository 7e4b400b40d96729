// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event as Datadog sends it, whatever the product.
 *
 * @param id empty if it has none
 * @param fields what events of its product have, for example {@code service}
 * @param attributes its own: logs call them {@code attributes}, spans {@code custom}
 * @param tags as {@code key:value}; duplicates occur
 */
record Event(String id, Attributes fields, Attributes attributes, List<String> tags) {

    /**
     * Returns a value named as in a search: {@code @http.method} is an attribute; {@code service} a field, or else the
     * values of the tag of that name.
     *
     * @return null if there is none
     */
    @Nullable
    String value(String name) {
        if (name.startsWith("@")) {
            return attributes.get(name.substring(1));
        }
        var field = fields.get(name);
        return field != null ? field : tag(name);
    }

    /** Returns the first value there is, null if there is none. */
    @Nullable
    String first(List<String> names) {
        for (var name : names) {
            var value = value(name);
            if (value != null && !value.isEmpty()) {
                return value;
            }
        }
        return null;
    }

    private @Nullable String tag(String key) {
        var values = new LinkedHashSet<String>();
        for (var tag : tags) {
            if (tag.length() > key.length() && tag.startsWith(key) && tag.charAt(key.length()) == ':') {
                values.add(tag.substring(key.length() + 1));
            }
        }
        return values.isEmpty() ? null : String.join(", ", values);
    }
}
