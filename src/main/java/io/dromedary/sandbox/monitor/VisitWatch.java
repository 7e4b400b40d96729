// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.monitor;

import io.dromedary.sandbox.synthetic.SyntheticTest;
import io.dromedary.sandbox.synthetic.SyntheticTests;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells from each location whether the latest visit of a test failed. */
record VisitWatch(SyntheticTests tests, SyntheticTest test) implements Watch {

    @Override
    public List<Timeline> over(long fromMs, long toMs) {
        return test.locations().stream()
                .map(location -> timeline(location, fromMs, toMs))
                .toList();
    }

    private Timeline timeline(String location, long fromMs, long toMs) {
        var builder = new Timeline.Builder();
        builder.add(fromMs, state(location, fromMs));
        long end = tests.isCalm(test, fromMs, toMs) ? fromMs : toMs;
        for (long at = fromMs + MINUTE_MS; at < end; at += MINUTE_MS) {
            builder.add(at, state(location, at));
        }
        return builder.build(new TreeMap<>(Map.of("probe_dc", location)));
    }

    private State state(String location, long atMs) {
        if (!test.live()) {
            return State.NO_DATA;
        }
        return tests.latest(test, location, atMs).passed() ? State.OK : State.ALERT;
    }
}
