// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog.http;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Keeps two logs of the HTTP client shut whatever level is asked for: at debug level they write every header, the keys
 * among them, and every body.
 */
final class QuietLogs {

    /** Held here because the log manager holds loggers weakly, and their level with them. */
    private final List<Logger> loggers;

    QuietLogs() {
        loggers = Stream.of("org.apache.hc.client5.http.headers", "org.apache.hc.client5.http.wire")
                .map(Logger::getLogger)
                .toList();
    }

    void keepShut() {
        loggers.forEach(logger -> logger.setLevel(Level.INFO));
    }
}
