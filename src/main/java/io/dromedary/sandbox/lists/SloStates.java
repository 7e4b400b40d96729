// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.monitor.State;
import io.dromedary.sandbox.monitor.Timeline;
import io.dromedary.sandbox.slo.SloCounts;
import java.util.ArrayList;
import java.util.List;

/**
 * The states of an SLO as its history tells them: pairs of epoch seconds and a number, 0 for well, 1 for badly
 * (recording, uptimes), 2 for no data. Times ascend.
 */
final class SloStates {

    private static final long UP = 0;
    private static final long DOWN = 1;
    private static final long NO_DATA = 2;

    private SloStates() {}

    /** @param untilMs from when on nothing is known, epoch milliseconds */
    static List<List<Long>> of(List<Timeline> timelines, long untilMs) {
        var pairs = new ArrayList<List<Long>>();
        for (var timeline : timelines) {
            timeline.changes().stream()
                    .filter(change -> change.atMs() < untilMs)
                    .forEach(change -> add(pairs, change.atMs(), number(change.state())));
        }
        add(pairs, untilMs, NO_DATA);
        return pairs;
    }

    private static long number(State state) {
        return switch (state) {
            case ALERT -> DOWN;
            case NO_DATA -> NO_DATA;
            case OK, WARN -> UP;
        };
    }

    /** @param counts slice by slice */
    static List<List<Long>> of(SloCounts counts) {
        var pairs = new ArrayList<List<Long>>();
        for (int i = 0; i < counts.startsMs().length; i++) {
            long known = counts.good()[i] < counts.total()[i] ? DOWN : UP;
            add(pairs, counts.startsMs()[i], counts.total()[i] > 0 ? known : NO_DATA);
        }
        add(pairs, counts.endMs(), NO_DATA);
        return pairs;
    }

    private static void add(List<List<Long>> pairs, long atMs, long state) {
        if (atMs > 0 && (pairs.isEmpty() || pairs.get(pairs.size() - 1).get(1) != state)) {
            pairs.add(List.of(atMs / 1000, state));
        }
    }
}
