// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.monitor;

/** How a monitor or one of its groups is, from calm to bad. */
public enum State {
    OK("OK"),
    NO_DATA("No Data"),
    WARN("Warn"),
    ALERT("Alert");

    private final String wireName;

    State(String wireName) {
        this.wireName = wireName;
    }

    /** As the API writes it. */
    public String wireName() {
        return wireName;
    }
}
