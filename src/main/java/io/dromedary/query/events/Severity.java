// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Datadog's status of a log line as the level by which Grafana colours and filters. */
final class Severity {

    private Severity() {}

    /** Returns one of Grafana's levels; {@code unknown} for a status that is none of Datadog's. */
    static String level(@Nullable String status) {
        return switch (status == null ? "" : status.toLowerCase(Locale.ROOT)) {
            case "emergency", "emerg", "alert", "critical", "crit", "fatal", "panic" -> "critical";
            case "error", "err" -> "error";
            case "warning", "warn" -> "warning";
            case "notice", "info", "ok", "success" -> "info";
            case "debug" -> "debug";
            case "trace", "verbose" -> "trace";
            default -> "unknown";
        };
    }
}
