// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import java.util.List;

/**
 * Time series.
 *
 * @param times epoch nanoseconds as Datadog listed them, shared by all series; not necessarily sorted, evenly spaced or
 *     inside the window
 */
public record MetricsReply(long[] times, List<Series> series) implements QueryReply {

    public MetricsReply {
        series = List.copyOf(series);
    }

    /**
     * One line of the answer.
     *
     * @param tags what it is grouped by, for example {@code host:a}; in no promised order
     * @param query which formula of the call it answers, from 0
     * @param perUnit the unit below the fraction bar
     * @param values one for each time, {@code NaN} where the series has no point
     */
    public record Series(List<String> tags, int query, Unit unit, Unit perUnit, double[] values) {

        public Series {
            tags = List.copyOf(tags);
        }
    }

    /**
     * A unit as Datadog describes it.
     *
     * @param family for example {@code bytes}, {@code time}
     * @param name singular, for example {@code kibibyte}
     * @param shortName for example {@code KiB}; may be empty
     * @param scaleFactor how many of the family's base unit it is; 0 when not told
     */
    public record Unit(String family, String name, String shortName, double scaleFactor) {

        /** No unit, or one that Datadog does not know. */
        public static final Unit NONE = new Unit("", "", "", 0);
    }

    @Override
    public long sizeBytes() {
        var bytes = 64 + 8L * times.length;
        for (var one : series) {
            bytes += 128 + 8L * one.values().length;
            for (var tag : one.tags()) {
                bytes += 48 + 2L * tag.length();
            }
        }
        return bytes;
    }
}
