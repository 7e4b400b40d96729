// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.search;

import io.dromedary.sandbox.story.Event;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Turns a search such as {@code service:web @http.status_code:>=500 -env:staging "timed out"} into a test of events.
 */
public final class Search {

    private Search() {}

    /**
     * Understands a search.
     *
     * @param text empty finds everything
     * @throws RefusedSearchException if it cannot be understood
     */
    public static Predicate<Event> of(String text, Facets facets) {
        return new SearchParser(text, facets).parse();
    }

    /** A facet that has a value. Attributes are told apart by case, tags are not. */
    static Predicate<Event> has(Facets facets, String key, Word word) {
        if (key.equals("*")) {
            return event -> facets.everything(event).stream().anyMatch(value -> word.isIn(value.toString()));
        }
        if (key.equals("tags")) {
            return event -> event.origin().tags().stream().anyMatch(word.lowered()::is);
        }
        if (word.isStar()) {
            return event -> !facets.values(event, key).isEmpty();
        }
        if (key.startsWith("@")) {
            return event -> facets.values(event, key).stream().anyMatch(word::is);
        }
        var lowered = word.lowered();
        return event -> facets.values(event, key).stream()
                .anyMatch(value -> lowered.is(value instanceof String text ? text.toLowerCase(Locale.ROOT) : value));
    }

    static Predicate<Event> within(Facets facets, String key, Range range) {
        return event -> facets.values(event, key).stream().anyMatch(range::holds);
    }

    /** Free text. */
    static Predicate<Event> says(Facets facets, Word word) {
        return event -> facets.texts(event).stream().anyMatch(text -> word.isIn(text.toString()));
    }
}
