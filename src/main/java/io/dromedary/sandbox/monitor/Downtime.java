// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.monitor;

import java.util.List;

/**
 * A time in which monitors keep silent.
 *
 * @param id a UUID
 * @param scope tags joined by {@code AND}
 * @param monitorTags the monitors it is for; {@code *} for all
 * @param createdMs epoch milliseconds, as all times
 * @param endMs 0 while nobody has said when it ends
 */
public record Downtime(
        String id, String scope, List<String> monitorTags, String message, long createdMs, long startMs, long endMs) {

    public Downtime {
        monitorTags = List.copyOf(monitorTags);
    }

    /** {@code scheduled}, {@code active} or {@code ended}. */
    public String status(long nowMs) {
        if (nowMs < startMs) {
            return "scheduled";
        }
        return endMs == 0 || nowMs < endMs ? "active" : "ended";
    }

    public boolean isActive(long nowMs) {
        return status(nowMs).equals("active");
    }

    /** Whether it silences a monitor: all tags of its scope and all its monitor tags are the monitor's. */
    public boolean silences(Monitor monitor) {
        return List.of(scope.split(" AND ")).stream().allMatch(tag -> has(monitor, tag))
                && monitorTags.stream().allMatch(tag -> has(monitor, tag));
    }

    private static boolean has(Monitor monitor, String tag) {
        return tag.equals("*") || monitor.tags().contains(tag);
    }
}
