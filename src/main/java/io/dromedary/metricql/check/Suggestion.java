// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.check;

import java.util.Optional;

/** The end of a message about an unknown word. */
final class Suggestion {

    private Suggestion() {}

    static String of(Optional<String> nearest) {
        return nearest.map(word -> ": did you mean " + word + "?").orElse("");
    }
}
