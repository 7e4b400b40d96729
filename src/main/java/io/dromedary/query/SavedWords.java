// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import static io.dromedary.query.QueryReader.orEmpty;
import static io.dromedary.query.QueryReader.refused;

import io.dromedary.call.FailedException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads members of saved queries that hold one word of a few. */
final class SavedWords {

    private static final int MAX_SHOWN = 40;

    private SavedWords() {}

    /** Returns the word in small letters, empty if there is none. */
    static String word(@Nullable String text) {
        return orEmpty(text).strip().toLowerCase(Locale.ROOT);
    }

    /** Returns a refusal that lists what is known. */
    static FailedException unknown(String what, String found, Collection<String> known) {
        return refused("Unknown " + what + " \"" + shown(found) + "\"; use one of: " + String.join(", ", known));
    }

    /** Keeps a message short, whatever was sent. */
    static String shown(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "\u2026";
    }

    /**
     * Returns whether the smallest, or the oldest, come first: {@code asc}; it is {@code desc} unless told.
     *
     * @param what the member, for a refusal
     * @throws FailedException 400 for another word
     */
    static boolean isAscending(String what, @Nullable String saved) {
        var order = word(saved);
        return switch (order) {
            case "", "desc" -> false;
            case "asc" -> true;
            default -> throw unknown(what, order, List.of("desc", "asc"));
        };
    }

    /** Returns the texts that are not blank, without outer whitespace. */
    static List<String> texts(@Nullable List<@Nullable String> saved) {
        return saved == null
                ? List.of()
                : saved.stream()
                        .filter(Objects::nonNull)
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList();
    }

    /**
     * Returns a text without outer whitespace.
     *
     * @throws FailedException 400 if it is longer than {@code longest} characters
     */
    static String text(@Nullable String saved, int longest) {
        var text = orEmpty(saved).strip();
        if (text.length() > longest) {
            throw refused("The query is longer than " + longest + " characters; shorten it");
        }
        return text;
    }

    /**
     * Returns how many are wanted; absent and 0 are {@code fallback}.
     *
     * @throws FailedException 400 if it is not from 1 to {@code most}
     */
    static int limit(@Nullable Integer saved, int fallback, int most) {
        if (saved == null || saved == 0) {
            return fallback;
        }
        if (saved < 1 || saved > most) {
            throw refused("The limit " + saved + " is out of range; use 1 to " + most);
        }
        return saved;
    }
}
