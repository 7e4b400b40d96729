// SPDX-License-Identifier: Apache-2.0
package io.dromedary.plugin;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** The JDK's logging, set up to write to stderr and nowhere else. The default level is info. */
public final class Logs {

    /** Property that holds the level of everything: trace, debug, info, warn or error. */
    public static final String LEVEL = "dromedary.log.level";

    private static final String LOGGER_LEVEL = LEVEL + ".";

    /** The JDK forgets a logger's level when nobody holds the logger. */
    private final Set<Logger> levelled = new HashSet<>();

    private final Discretion discretion = new Discretion();

    private Logs() {}

    /** One JSON object a line, as Grafana reads it; whatever is printed to stdout or stderr becomes a log line too. */
    public static Logs json() {
        var logs = install(new JsonLogFormatter());
        System.setOut(printed("stdout", Level.INFO));
        System.setErr(printed("stderr", Level.WARNING));
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) ->
                Logger.getLogger(thread.getName()).log(Level.SEVERE, "Unexpected end of a thread", failure));
        return logs;
    }

    /** Lines for people. */
    public static Logs plain() {
        return install(new PlainLogFormatter());
    }

    /** The logging that is there, as it is. */
    public static Logs present() {
        return new Logs();
    }

    private static Logs install(Formatter formatter) {
        LogManager.getLogManager().reset();
        OutputStream stderr = new FileOutputStream(FileDescriptor.err);
        root().addHandler(new LogHandler(stderr, formatter));
        root().setLevel(Level.INFO);
        return new Logs();
    }

    /**
     * Sets the levels that {@code properties} name: {@value #LEVEL} for everything, {@value #LEVEL} and {@code .} and a
     * logger's name for that logger and those below it. Other properties are left alone.
     *
     * @throws IllegalArgumentException for an unknown level, or one at which a library would write keys, with a text
     *     for users
     */
    public synchronized void levels(Map<String, String> properties) {
        properties.forEach((key, value) -> {
            if (key.equals(LEVEL)) {
                root().setLevel(LogLevel.parse(value).level());
            } else if (key.startsWith(LOGGER_LEVEL)) {
                level(
                        Logger.getLogger(key.substring(LOGGER_LEVEL.length())),
                        LogLevel.parse(value).level());
            }
        });
        discretion.keep(levelled);
    }

    private void level(Logger logger, Level level) {
        discretion.check(logger.getName(), level);
        logger.setLevel(level);
        levelled.add(logger);
    }

    /**
     * Sets the level of a logger and those below it.
     *
     * @param logger empty for everything
     * @throws IllegalArgumentException for an unknown level, with a text for users
     */
    public void level(String logger, String level) {
        levels(Map.of(logger.isEmpty() ? LEVEL : LOGGER_LEVEL + logger, level));
    }

    /** Returns the levels that were set, by logger; everything else has that of the empty name. */
    public synchronized Map<String, String> levels() {
        var levels = new HashMap<String, String>();
        levels.put("", LogLevel.of(root().getLevel()).wireName());
        levelled.forEach(logger ->
                levels.put(logger.getName(), LogLevel.of(logger.getLevel()).wireName()));
        return levels;
    }

    private static PrintStream printed(String name, Level level) {
        return new PrintStream(new LogStream(Logger.getLogger(name), level), false, StandardCharsets.UTF_8);
    }

    private static Logger root() {
        return Logger.getLogger("");
    }
}
