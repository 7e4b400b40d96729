// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.world;

/** Where hosts stand. The offset makes its customers wake up at their own time; daylight saving is ignored. */
public enum Region {
    US_EAST("us-east-1", "use1", -5 * 60, 1.3),
    EU_WEST("eu-west-1", "euw1", 60, 1.0),
    AP_SOUTHEAST("ap-southeast-1", "apse1", 8 * 60, 0.6);

    private final String id;
    private final String brief;
    private final int offsetMinutes;
    private final double share;

    Region(String id, String brief, int offsetMinutes, double share) {
        this.id = id;
        this.brief = brief;
        this.offsetMinutes = offsetMinutes;
        this.share = share;
    }

    /** The tag's value, for example {@code eu-west-1}. */
    public String id() {
        return id;
    }

    /** The part of a host's name, for example {@code euw1}. */
    public String brief() {
        return brief;
    }

    public int offsetMinutes() {
        return offsetMinutes;
    }

    /** How much traffic it carries, 1 for an average region. */
    public double share() {
        return share;
    }
}
