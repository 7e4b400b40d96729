// SPDX-License-Identifier: Apache-2.0
package io.dromedary.autocomplete;

import java.util.List;

/**
 * One reply of a list.
 *
 * @param names metric names, {@code key:value} tags, hosts, or {@code id:name} of what has both
 * @param cursor where the next page begins; empty if Datadog names none
 * @param total how many names there are on all pages; 0 if Datadog does not say
 */
public record Page(List<String> names, String cursor, long total) {

    public Page {
        names = List.copyOf(names);
    }
}
