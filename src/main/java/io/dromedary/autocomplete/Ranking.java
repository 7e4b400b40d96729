// SPDX-License-Identifier: Apache-2.0
package io.dromedary.autocomplete;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds names by a part of them, best first: the very name, names that begin with it, names with a word that begins
 * with it, names that have it anywhere. In any case of letters; equals stay in their order. Stateless.
 */
public final class Ranking {

    /** The rank of a name that does not match. */
    public static final int NONE = -1;

    private static final int RANKS = 4;

    private Ranking() {}

    /** The best matches, and whether these are all. */
    record Matches(List<String> names, boolean all) {}

    /** Returns at most {@code limit} matches; all names match an empty search. */
    static Matches find(List<String> names, String search, int limit) {
        if (search.isEmpty()) {
            return cut(names, limit);
        }
        var wanted = search.toLowerCase(Locale.ROOT);
        var byRank = new ArrayList<List<String>>();
        for (var rank = 0; rank < RANKS; rank++) {
            byRank.add(new ArrayList<>());
        }
        for (var name : names) {
            var rank = rank(name.toLowerCase(Locale.ROOT), wanted);
            if (rank != NONE) {
                byRank.get(rank).add(name);
            }
        }
        return cut(byRank.stream().flatMap(List::stream).toList(), limit);
    }

    private static Matches cut(List<String> names, int limit) {
        return names.size() <= limit ? new Matches(names, true) : new Matches(names.subList(0, limit), false);
    }

    /**
     * Returns how well a name matches, 0 best, or {@link #NONE}.
     *
     * @param name in lower case
     * @param wanted in lower case, not empty
     */
    public static int rank(String name, String wanted) {
        var at = name.indexOf(wanted);
        if (at < 0) {
            return NONE;
        }
        if (at == 0) {
            return name.length() == wanted.length() ? 0 : 1;
        }
        while (at >= 0) {
            if (!Character.isLetterOrDigit(name.charAt(at - 1))) {
                return 2;
            }
            at = name.indexOf(wanted, at + 1);
        }
        return 3;
    }
}
