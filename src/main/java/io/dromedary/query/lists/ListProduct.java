// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something Datadog has lists of.
 *
 * @param queryType as in saved queries
 * @param modes the first is the default
 */
record ListProduct(String queryType, List<ListMode> modes) {

    ListProduct {
        modes = List.copyOf(modes);
    }

    static ListProduct of(String queryType, ListMode... modes) {
        return new ListProduct(queryType, List.of(modes));
    }

    /**
     * @param name empty for the default
     * @throws FailedException 400 for a mode that the product does not have
     */
    ListMode mode(String name) {
        if (name.isEmpty()) {
            return modes.get(0);
        }
        return modes.stream()
                .filter(mode -> mode.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new FailedException(Failure.badRequest("Unknown mode of " + queryType
                        + "; use one of: "
                        + modes.stream().map(ListMode::name).collect(Collectors.joining(", ")))));
    }
}
