// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

/** How Explore shows a frame ({@code preferredVisualisationType}). */
public enum Visualisation {
    GRAPH("graph"),
    TABLE("table"),
    LOGS("logs"),
    TRACE("trace"),
    NODE_GRAPH("nodeGraph");

    private final String wireName;

    Visualisation(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
