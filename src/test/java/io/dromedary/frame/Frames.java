// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import java.util.List;
import java.util.Map;

/** Frames that tests write. */
final class Frames {

    static final long NOON = 1_700_000_000_000_000_000L;
    static final FrameMeta META = FrameMeta.of(FrameType.TIMESERIES_MULTI, null, List.of());

    private Frames() {}

    static Frame of(FrameMeta meta, Field... fields) {
        return new Frame("cpu", "A", meta, List.of(fields));
    }

    static Frame series(Map<String, String> labels, FieldConfig config, long[] times, double... values) {
        return of(META, Field.time("Time", times), Field.numbers("Value", labels, config, values));
    }
}
