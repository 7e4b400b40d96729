// SPDX-License-Identifier: Apache-2.0
package io.dromedary.plugin;

import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps logs of libraries shut that would write keys and tokens: headers, messages with their settings, and what
 * placeholders stand for. Nobody who asks for more log means these. Thread-safe.
 */
final class Discretion {

    /** Each stands for all below it. */
    private static final List<String> NAMES = List.of(
            "io.grpc",
            "io.netty",
            "io.vertx",
            "org.apache.hc",
            "org.apache.camel.component.bean",
            "org.apache.camel.component.properties",
            "org.apache.camel.impl.engine.DefaultCamelContextExtension",
            "org.apache.camel.main",
            "org.apache.camel.support.IntrospectionSupport",
            "org.apache.camel.support.PropertyBindingSupport");

    /** The JDK forgets a logger's level when nobody holds the logger. */
    private final List<Logger> loggers = NAMES.stream().map(Logger::getLogger).toList();

    /**
     * Makes info the lowest of their levels.
     *
     * @param levelled those that have a level of their own, which was checked
     */
    void keep(Set<Logger> levelled) {
        for (var logger : loggers) {
            if (!levelled.contains(logger)) {
                logger.setLevel(isBelowInfo(inherited(logger)) ? Level.INFO : null);
            }
        }
    }

    private static Level inherited(Logger logger) {
        for (var parent = logger.getParent(); parent != null; parent = parent.getParent()) {
            if (parent.getLevel() != null) {
                return parent.getLevel();
            }
        }
        return Level.INFO;
    }

    /** @throws IllegalArgumentException with a text for users, if the level would tell too much */
    void check(String logger, Level level) {
        if (isBelowInfo(level) && NAMES.stream().anyMatch(name -> (logger + ".").startsWith(name + "."))) {
            throw new IllegalArgumentException(
                    "The logger " + logger + " would write keys and tokens at that level; info is the lowest for it");
        }
    }

    private static boolean isBelowInfo(Level level) {
        return level.intValue() < Level.INFO.intValue();
    }
}
