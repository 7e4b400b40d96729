// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import java.util.Set;

/**
 * How a list is searched.
 *
 * @param language what the search text may say
 * @param facets keys that the search language knows by themselves; others are tags
 * @param tag what stands before a tag in the search language, for example {@code tag:}; may be empty
 */
public record Search(Language language, Set<String> facets, String tag) {

    /** What a product makes of a text. */
    public enum Language {
        /** Nothing: the rows are searched here. */
        NONE,
        /** Words that must all be somewhere; filters are applied to the rows. */
        WORDS,
        /** Tags separated by commas, all of which must be there. */
        TAGS,
        /** Terms {@code key:value}, joined by AND, OR and minus signs. */
        TERMS
    }

    public static final Search NONE = new Search(Language.NONE, Set.of(), "");
    public static final Search WORDS = new Search(Language.WORDS, Set.of(), "");
    public static final Search TAGS = new Search(Language.TAGS, Set.of(), "");

    /** Returns a language of terms in which {@code facets} are known by themselves and tags begin with {@code tag}. */
    public static Search terms(String tag, String... facets) {
        return new Search(Language.TERMS, Set.of(facets), tag);
    }
}
