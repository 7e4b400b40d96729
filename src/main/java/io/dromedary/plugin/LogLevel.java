// SPDX-License-Identifier: Apache-2.0
package io.dromedary.plugin;

import java.util.Locale;
import java.util.logging.Level;
import java.util.stream.Stream;

/** The level names of Grafana's log, with the JDK's levels that SLF4J uses for them. */
enum LogLevel {
    TRACE(Level.FINEST),
    DEBUG(Level.FINE),
    INFO(Level.INFO),
    WARN(Level.WARNING),
    ERROR(Level.SEVERE);

    @SuppressWarnings("ImmutableEnumChecker") // the JDK's levels do not change
    private final Level level;

    LogLevel(Level level) {
        this.level = level;
    }

    Level level() {
        return level;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the highest level that is not above {@code level}. */
    static LogLevel of(Level level) {
        var found = TRACE;
        for (var candidate : values()) {
            if (candidate.level.intValue() <= level.intValue()) {
                found = candidate;
            }
        }
        return found;
    }

    /** @throws IllegalArgumentException with a text for users */
    static LogLevel parse(String name) {
        return Stream.of(values())
                .filter(level -> level.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Unknown log level " + name + "; use trace, debug, info, warn or error"));
    }
}
