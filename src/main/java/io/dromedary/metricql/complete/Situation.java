// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.complete;

import java.util.Set;

/**
 * What may stand at a cursor.
 *
 * @param kinds what fits; {@link Kind#NOTHING} alone when there is nothing to suggest
 * @param prefix what is written of it left of the cursor, without an opening quote
 * @param from where the text to be replaced begins
 * @param to where it ends; the word goes on right of the cursor
 * @param metric the query's metric, for tags; empty where there is none
 * @param key the tag's key, for values; the argument's name, for an argument given by name
 * @param scope the filters of the same scope left of the one at the cursor, as written
 * @param owner the function or modifier whose argument it is
 * @param index which argument it is, from 0
 */
public record Situation(
        Set<Kind> kinds,
        String prefix,
        int from,
        int to,
        String metric,
        String key,
        String scope,
        String owner,
        int index) {

    /** What can be suggested. */
    public enum Kind {
        /** Before a colon and a metric. */
        AGGREGATOR,
        METRIC,
        FUNCTION,
        /** Another query of the panel, or a variable. */
        REFERENCE,
        TAG_KEY,
        TAG_VALUE,
        /** Between two filters: a comma, AND, OR; after a key alone IN, NOT IN. */
        SCOPE_OPERATOR,
        /** The word {@code by}. */
        BY,
        GROUP_KEY,
        /** After a dot, or with it. */
        MODIFIER,
        MODIFIER_ARGUMENT,
        FUNCTION_ARGUMENT,
        /** One of {@code + - * /}. */
        OPERATOR,
        NOTHING
    }

    public Situation {
        kinds = Set.copyOf(kinds);
    }

    /** Returns whether something of that kind may stand there. */
    public boolean is(Kind kind) {
        return kinds.contains(kind);
    }

    /**
     * Returns what may stand at a place of a text, however unfinished the text is.
     *
     * @param cursor offset in UTF-16 code units; one outside the text counts as its end
     */
    public static Situation at(String text, int cursor) {
        return new SituationReader(text, cursor < 0 || cursor > text.length() ? text.length() : cursor).read();
    }
}
