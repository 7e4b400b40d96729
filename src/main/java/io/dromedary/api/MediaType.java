// SPDX-License-Identifier: Apache-2.0
package io.dromedary.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** In which form frames go out. */
enum MediaType {
    JSON("application/json"),
    CSV("text/csv"),
    NDJSON("application/x-ndjson"),
    ARROW("application/vnd.apache.arrow.file"),
    ARROW_STREAM("application/vnd.apache.arrow.stream");

    private final String text;

    MediaType(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** Returns all there are, for users. */
    static String all() {
        return Arrays.stream(values()).map(MediaType::text).collect(Collectors.joining(", "));
    }

    /**
     * Chooses by an Accept header: the first form named there that is known, whatever weights say; wildcards and
     * silence mean JSON.
     *
     * @return empty if none that is accepted is known
     */
    static Optional<MediaType> accepted(String accept) {
        if (accept.isBlank()) {
            return Optional.of(JSON);
        }
        for (var range : accept.split(",", -1)) {
            var name = range.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
            if (name.equals("*/*") || name.equals("application/*")) {
                return Optional.of(JSON);
            }
            var known = Arrays.stream(values())
                    .filter(type -> type.text.equals(name) || (name.equals("text/*") && type == CSV))
                    .findFirst();
            if (known.isPresent()) {
                return known;
            }
        }
        return Optional.empty();
    }
}
