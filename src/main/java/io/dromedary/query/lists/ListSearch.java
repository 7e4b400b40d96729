// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import java.util.Set;

/**
 * How a list is searched.
 *
 * @param language what the search text may say
 * @param facets keys that the search language knows by themselves; others are tags
 * @param tag what stands before a tag in the search language, for example {@code tag:}; may be empty
 */
record ListSearch(Language language, Set<String> facets, String tag) {

    /** What a product makes of a text. */
    enum Language {
        /** Nothing: the rows are searched here. */
        NONE,
        /** Words that must all be somewhere; filters are applied to the rows. */
        WORDS,
        /** Tags separated by commas, all of which must be there. */
        TAGS,
        /** Terms {@code key:value}, joined by AND, OR and minus signs. */
        TERMS
    }

    static final ListSearch NONE = new ListSearch(Language.NONE, Set.of(), "");
    static final ListSearch WORDS = new ListSearch(Language.WORDS, Set.of(), "");
    static final ListSearch TAGS = new ListSearch(Language.TAGS, Set.of(), "");

    /** Returns a language of terms in which {@code facets} are known by themselves and tags begin with {@code tag}. */
    static ListSearch terms(String tag, String... facets) {
        return new ListSearch(Language.TERMS, Set.of(facets), tag);
    }
}
