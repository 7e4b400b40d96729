// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.slo;

import java.util.List;

/**
 * A promise.
 *
 * @param numerator query of the good events; of a time slice, the query whose value counts; empty for monitors
 * @param denominator query of all events; empty where there are none
 * @param limit below which a slice of five minutes is good; 0 for other kinds
 * @param monitorIds whose alerts are bad minutes; empty for other kinds
 * @param tags {@code key:value}
 * @param thresholds the first one is the one a list shows
 * @param createdMs epoch milliseconds
 */
public record Slo(
        String id,
        String name,
        String description,
        Kind kind,
        String numerator,
        String denominator,
        double limit,
        List<Long> monitorIds,
        List<String> tags,
        List<Threshold> thresholds,
        long createdMs) {

    /** What is counted. */
    public enum Kind {
        METRIC("metric", 1, "events"),
        MONITOR("monitor", 0, "minutes"),
        TIME_SLICE("time_slice", 2, "minutes");

        private final String wireName;
        private final int typeId;
        private final String unit;

        Kind(String wireName, int typeId, String unit) {
            this.wireName = wireName;
            this.typeId = typeId;
            this.unit = unit;
        }

        public String wireName() {
            return wireName;
        }

        /** The number the API gives the kind. */
        public int typeId() {
            return typeId;
        }

        /** What good and bad are counted in: {@code events} or {@code minutes}. */
        public String unit() {
            return unit;
        }
    }

    /**
     * What is promised over a time.
     *
     * @param timeframe {@code 7d}, {@code 30d} or {@code 90d}
     * @param target percent
     * @param warning percent, above the target
     */
    public record Threshold(String timeframe, double target, double warning) {

        public int days() {
            return Integer.parseInt(timeframe.substring(0, timeframe.length() - 1));
        }
    }

    public Slo {
        monitorIds = List.copyOf(monitorIds);
        tags = List.copyOf(tags);
        thresholds = List.copyOf(thresholds);
    }

    /** The promise that a list shows. */
    public Threshold primary() {
        return thresholds.get(0);
    }
}
