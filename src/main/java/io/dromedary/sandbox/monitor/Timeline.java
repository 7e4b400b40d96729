// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.monitor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/**
 * How a group's state changed, evaluated every full minute.
 *
 * @param group tags that all of it has in common; empty for a monitor that is not grouped
 * @param changes oldest first, each with another state than the one before; never empty
 */
public record Timeline(SortedMap<String, String> group, List<Change> changes) {

    /**
     * The beginning of a state.
     *
     * @param atMs epoch milliseconds, from when on the state holds
     */
    public record Change(long atMs, State state) {}

    public Timeline {
        group = Collections.unmodifiableSortedMap(group);
        changes = List.copyOf(changes);
    }

    /** The state at a time; the first one for any time before. */
    public State at(long epochMs) {
        var state = changes.get(0).state();
        for (var change : changes) {
            if (change.atMs() <= epochMs) {
                state = change.state();
            }
        }
        return state;
    }

    public Change last() {
        return changes.get(changes.size() - 1);
    }

    /** Collects changes in order of time. */
    static final class Builder {

        private final List<Change> changes = new ArrayList<>();

        /** Says how it is from a time on. */
        void add(long atMs, State state) {
            if (changes.isEmpty() || changes.get(changes.size() - 1).state() != state) {
                changes.add(new Change(atMs, state));
            }
        }

        Timeline build(SortedMap<String, String> group) {
            return new Timeline(group, changes);
        }
    }
}
