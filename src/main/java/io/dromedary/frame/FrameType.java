// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

/** Types of Grafana's data plane contract that are used here, with the version of the contract they obey. */
public enum FrameType {
    TIMESERIES_MULTI("timeseries-multi", 0, 1),
    TIMESERIES_WIDE("timeseries-wide", 0, 1),
    NUMERIC_MULTI("numeric-multi", 0, 1),
    NUMERIC_LONG("numeric-long", 0, 1),
    TABLE("table", 0, 0),
    LOG_LINES("log-lines", 0, 0),
    /** Traces and node graphs, which the contract does not know; {@link Visualisation} tells what they are. */
    NONE("", 0, 0);

    private final String wireName;
    private final int major;
    private final int minor;

    FrameType(String wireName, int major, int minor) {
        this.wireName = wireName;
        this.major = major;
        this.minor = minor;
    }

    public String wireName() {
        return wireName;
    }

    public int major() {
        return major;
    }

    public int minor() {
        return minor;
    }
}
