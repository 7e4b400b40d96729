// SPDX-License-Identifier: Apache-2.0
package io.dromedary.packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * An installed Java as its {@code release} file describes it: the launcher reads the same file.
 *
 * @param feature 17, 25, …
 * @param archive name of the archive of loaded classes that fits this very build, inside {@code lib/cache}
 */
record JavaHome(Path path, int feature, String archive) {

    /** Since this version the archive also holds linked classes and profiles, and is called an AOT cache. */
    private static final int FIRST_WITH_AOT = 24;

    static Optional<JavaHome> at(Path home) {
        var release = new Properties();
        try (var text = Files.newBufferedReader(home.resolve("release"))) {
            release.load(text);
        } catch (IOException noJava) {
            return Optional.empty();
        }
        var build = value(release, "JAVA_RUNTIME_VERSION");
        var feature = Integer.parseInt(
                value(release, "JAVA_VERSION").replaceFirst("^1\\.", "").replaceFirst("\\D.*", ""));
        var name = build + "-" + value(release, "OS_NAME") + "-" + value(release, "OS_ARCH");
        return build.isEmpty()
                ? Optional.empty()
                : Optional.of(new JavaHome(home, feature, name + (feature >= FIRST_WITH_AOT ? ".aot" : ".jsa")));
    }

    /** Returns whether this code runs on it. */
    boolean isRunning() {
        return path.equals(Path.of(System.getProperty("java.home")));
    }

    boolean hasAot() {
        return feature >= FIRST_WITH_AOT;
    }

    private static String value(Properties release, String key) {
        return release.getProperty(key, "").replace("\"", "");
    }

    /** Returns the installations below a directory such as {@code /usr/lib/jvm}, in the order of their names. */
    static Path[] below(Path directory) {
        if (!Files.isDirectory(directory)) {
            return new Path[0];
        }
        try (var children = Files.list(directory)) {
            return children.sorted().toArray(Path[]::new);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
