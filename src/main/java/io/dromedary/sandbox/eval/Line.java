// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values of one group; NaN where there is none.
 *
 * @param tags what the group has in common, by key
 * @param values one for each bucket of the table; changed by nobody
 */
@SuppressWarnings("ArrayRecordComponent") // lines are passed on, never compared
public record Line(SortedMap<String, String> tags, double[] values) {

    /** Of a line that is no group. */
    public static final SortedMap<String, String> NO_TAGS = Collections.emptySortedMap();

    Line with(double[] changed) {
        return new Line(tags, changed);
    }

    Line tagged(String key, String value) {
        var more = new TreeMap<>(tags);
        more.put(key, value);
        return new Line(more, values);
    }

    boolean isEmpty() {
        return Arrays.stream(values).allMatch(Double::isNaN);
    }

    /** The tags as {@code key:value}, sorted. */
    public List<String> groupTags() {
        return tags.entrySet().stream()
                .map(tag -> tag.getKey() + ":" + tag.getValue())
                .toList();
    }
}
