// SPDX-License-Identifier: Apache-2.0
package io.dromedary.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A search, as a tree. Words that stand side by side must all be found. */
public sealed interface Search {

    /** The search that finds everything. */
    Search EVERYTHING = new Term("", "*");

    /**
     * A word, or a value of a facet.
     *
     * @param key the facet, {@code @} included, empty for a word
     * @param value as written: with its quotes, wildcards, signs of comparison, range brackets
     */
    record Term(String key, String value) implements Search {}

    /** Values of one facet: {@code service:(web OR shop)}. */
    record Values(String key, Search inner) implements Search {}

    /** What must not be found. */
    record Not(Search inner) implements Search {}

    /** All of two or more. */
    record And(List<Search> parts) implements Search {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** Any of two or more. */
    record Or(List<Search> parts) implements Search {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /** Joins what is left of several parts by AND; null when nothing is. */
    static @Nullable Search all(List<Search> parts) {
        return parts.isEmpty() ? null : parts.size() == 1 ? parts.get(0) : new And(parts);
    }

    /** Joins what is left of several parts by OR; null when nothing is. */
    static @Nullable Search any(List<Search> parts) {
        return parts.isEmpty() ? null : parts.size() == 1 ? parts.get(0) : new Or(parts);
    }
}
