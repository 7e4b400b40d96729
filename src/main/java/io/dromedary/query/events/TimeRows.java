// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import io.dromedary.frame.Column;
import io.dromedary.frame.Field;
import io.dromedary.frame.FieldConfig;
import java.util.Arrays;

/** Points in time, not yet known how many. */
final class TimeRows {

    private long[] nanos = new long[128];
    private int size;
    private boolean complete = true;

    /** @param time nanoseconds since 1970, or {@link EventTime#NONE} */
    void add(long time) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = time;
        complete &= time != EventTime.NONE;
    }

    /** Returns a column that may only be null where a time is missing. */
    Field field(String name) {
        var all = Arrays.copyOf(nanos, size);
        return Field.of(name, FieldConfig.NONE, complete ? new Column.Times(all) : new Column.Moments(all));
    }

    /** Returns a column that may be null. */
    Field moments(String name) {
        return Field.of(name, FieldConfig.NONE, new Column.Moments(Arrays.copyOf(nanos, size)));
    }
}
