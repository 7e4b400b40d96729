// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.syntax;

import io.dromedary.metricql.Span;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Where the nodes of one parsed tree stand in the text. Nodes are found by identity: those of another tree have none.
 */
public final class Spans {

    private record Place(Span whole, Span name, List<Span> items) {}

    private final IdentityHashMap<Object, Place> places = new IdentityHashMap<>();

    Spans() {}

    /** Returns the places of a tree that was not read from a text: none. */
    public static Spans none() {
        return new Spans();
    }

    <T> T mark(T node, Span whole) {
        return mark(node, whole, whole, List.of());
    }

    <T> T mark(T node, Span whole, Span name, List<Span> items) {
        places.put(node, new Place(whole, name, List.copyOf(items)));
        return node;
    }

    /** Returns where a node stands; nothing of the text when it is no node of the tree. */
    public Span whole(Object node) {
        return place(node).whole;
    }

    /** Returns where its name stands: a query's metric, a function's or modifier's name, a tag's key. */
    public Span name(Object node) {
        return place(node).name;
    }

    /** Returns where its items stand: a query's or layer's group keys, the values of {@code IN}, the arguments. */
    public List<Span> items(Object node) {
        return place(node).items;
    }

    private Place place(Object node) {
        return places.getOrDefault(node, new Place(new Span(0, 0), new Span(0, 0), List.of()));
    }
}
