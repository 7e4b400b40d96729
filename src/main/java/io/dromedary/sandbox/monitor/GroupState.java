// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.monitor;

import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * How a group is now. Times are epoch milliseconds.
 *
 * @param sinceMs from when on, as far as is remembered
 * @param triggeredMs when it alerted last, 0 when it did not in the last days
 * @param noDataMs when its data ended last, 0 when they did not in the last days
 */
public record GroupState(SortedMap<String, String> group, State state, long sinceMs, long triggeredMs, long noDataMs) {

    static GroupState of(Timeline timeline) {
        return new GroupState(
                timeline.group(),
                timeline.last().state(),
                timeline.last().atMs(),
                latest(timeline, State.ALERT),
                latest(timeline, State.NO_DATA));
    }

    private static long latest(Timeline timeline, State state) {
        return timeline.changes().stream()
                .filter(change -> change.state() == state)
                .mapToLong(Timeline.Change::atMs)
                .reduce(0, (before, after) -> after);
    }

    /** Its tags as {@code key:value}. */
    public List<String> tags() {
        return group.entrySet().stream()
                .map(tag -> tag.getKey() + ":" + tag.getValue())
                .toList();
    }

    /** Its name: its tags, or {@code *} for all of a monitor. */
    public String name() {
        return group.isEmpty() ? "*" : tags().stream().collect(Collectors.joining(","));
    }
}
