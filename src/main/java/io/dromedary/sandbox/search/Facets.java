// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.search;

import io.dromedary.sandbox.story.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the facets of a product's events are. {@code @http.method} is a path below the attributes; a key without
 * {@code @} is a tag or stands beside the attributes.
 *
 * @param nested the name of the attributes: {@code attributes}, or {@code custom} for spans
 * @param reserved attributes that are found without {@code @}, too
 * @param texts paths free text is searched in, from the top
 */
public record Facets(String nested, Set<String> reserved, List<String> texts) {

    public Facets {
        reserved = Set.copyOf(reserved);
        texts = List.copyOf(texts);
    }

    /** Returns all values of a facet, each once; numbers as numbers. */
    public List<Object> values(Event event, String facet) {
        var values = new ArrayList<>(2);
        if (facet.startsWith("@")) {
            dig(event.content().get(nested), facet.substring(1), values);
            return values;
        }
        String key = facet.toLowerCase(Locale.ROOT);
        switch (key) {
            case "service" -> add(event.origin().service(), values);
            case "host" -> add(event.origin().host(), values);
            case "status" -> add(event.status(), values);
            default -> other(event, key, values);
        }
        return values;
    }

    private void other(Event event, String key, List<Object> values) {
        for (var tag : event.origin().tags()) {
            if (tag.length() > key.length() && tag.charAt(key.length()) == ':' && tag.startsWith(key)) {
                add(tag.substring(key.length() + 1), values);
            }
        }
        if (values.isEmpty()) {
            dig(event.content(), key, values);
        }
        if (values.isEmpty() && reserved.contains(key)) {
            dig(event.content().get(nested), key, values);
        }
    }

    /** Returns what free text is searched in. */
    List<Object> texts(Event event) {
        var values = new ArrayList<>(2);
        texts.forEach(path -> dig(event.content(), path, values));
        return values;
    }

    /** Returns every text and number of an event. */
    List<Object> everything(Event event) {
        var values = new ArrayList<>();
        leaves(event.content(), values);
        return values;
    }

    private static void leaves(@Nullable Object node, List<Object> values) {
        if (node instanceof Map<?, ?> map) {
            map.values().forEach(value -> leaves(value, values));
        } else if (node instanceof Collection<?> list) {
            list.forEach(value -> leaves(value, values));
        } else if (node != null) {
            values.add(node);
        }
    }

    private static void dig(@Nullable Object node, String path, List<Object> values) {
        if (node instanceof Collection<?> list) {
            list.forEach(element -> dig(element, path, values));
        } else if (node instanceof Map<?, ?> map) {
            var direct = map.get(path);
            int dot = path.indexOf('.');
            if (direct instanceof Collection<?> list) {
                list.forEach(element -> add(element, values));
            } else if (direct != null) {
                add(direct, values);
            } else if (dot > 0) {
                dig(map.get(path.substring(0, dot)), path.substring(dot + 1), values);
            }
        }
    }

    private static void add(@Nullable Object value, List<Object> values) {
        boolean leaf = value != null && !(value instanceof Map<?, ?>) && !"".equals(value);
        if (leaf && !values.contains(value)) {
            values.add(value);
        }
    }
}
