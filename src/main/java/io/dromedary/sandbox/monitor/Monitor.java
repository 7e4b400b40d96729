// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.monitor;

import java.util.List;

/**
 * A monitor as somebody has set it up.
 *
 * @param type for example {@code query alert}
 * @param classification the kind a search knows: {@code metric}, {@code apm}, {@code host}, {@code integration},
 *     {@code synthetics}
 * @param query what it compares, in Datadog's words
 * @param tags {@code key:value}
 * @param priority 1 to 5, 1 the highest
 * @param critical NaN when it has no limit, as is {@code warning}
 * @param grouped whether it tells of each group for itself
 * @param createdMs epoch milliseconds
 */
public record Monitor(
        long id,
        String name,
        String type,
        String classification,
        String query,
        String message,
        List<String> tags,
        int priority,
        double critical,
        double warning,
        boolean grouped,
        long createdMs,
        Watch watch) {

    public Monitor {
        tags = List.copyOf(tags);
    }

    /** The value of one of its tags; empty when it has none of that key. */
    public String tag(String key) {
        return tags.stream()
                .filter(tag -> tag.startsWith(key + ":"))
                .map(tag -> tag.substring(key.length() + 1))
                .findFirst()
                .orElse("");
    }
}
