// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import static io.dromedary.query.QueryReader.orEmpty;
import static io.dromedary.query.QueryReader.refused;

import io.dromedary.call.FailedException;
import java.util.Collection;
import java.util.Locale;
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
}
