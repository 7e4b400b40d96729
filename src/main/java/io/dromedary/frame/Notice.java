// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

/** A remark shown at the panel, for example that Datadog widened the interval. */
public record Notice(Severity severity, String text) {

    /** Grafana knows these three. */
    public enum Severity {
        INFO,
        WARNING,
        ERROR
    }

    /** Returns a remark on something as it should be. */
    public static Notice info(String text) {
        return new Notice(Severity.INFO, text);
    }

    /** Returns a remark on something that may not be as meant. */
    public static Notice warning(String text) {
        return new Notice(Severity.WARNING, text);
    }
}
