// SPDX-License-Identifier: Apache-2.0
package io.dromedary.call;

/** Who is to blame for a failure: Grafana counts its own service levels by this (its {@code errorSource}). */
public enum Source {
    /** Dromedary, its settings or the query as it was written. */
    PLUGIN,
    /** Datadog, the network on the way there, or the rights of the keys. */
    DOWNSTREAM;

    /** Returns the name Grafana's protocol uses. */
    public String wireName() {
        return switch (this) {
            case PLUGIN -> "plugin";
            case DOWNSTREAM -> "downstream";
        };
    }
}
