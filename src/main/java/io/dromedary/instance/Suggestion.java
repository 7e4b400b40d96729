// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which site was meant. */
final class Suggestion {

    /** More slips than this are no slip. */
    private static final int MAX_EDITS = 3;

    private static final int MAX_LENGTH = 100;

    private Suggestion() {}

    /** Returns the site that {@code text} nearly names, also as a URL or a host of that site. */
    static Optional<Site> site(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        var host = text.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^[a-z]+://", "")
                .replaceFirst("[/?#:].*$", "")
                .replaceFirst("^(app|api|www)\\.", "");
        return Site.find(host).or(() -> nearest(host));
    }

    private static Optional<Site> nearest(String text) {
        return Arrays.stream(Site.values())
                .filter(site -> distance(text, site) <= Math.min(MAX_EDITS, text.length() / 2))
                .min(Comparator.comparingInt(site -> distance(text, site)));
    }

    private static int distance(String text, Site site) {
        return Math.min(edits(text, site.domain()), edits(text, site.label().toLowerCase(Locale.ROOT)));
    }

    /** Returns how many letters must be changed, added or removed to get from one text to the other. */
    private static int edits(String from, String to) {
        var previous = new int[to.length() + 1];
        Arrays.setAll(previous, i -> i);
        for (var row = 1; row <= from.length(); row++) {
            var current = new int[to.length() + 1];
            current[0] = row;
            for (var column = 1; column <= to.length(); column++) {
                var change = previous[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(change, 1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
