// SPDX-License-Identifier: Apache-2.0
package io.dromedary.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A plugin directory with the launcher, and Javas that only tell how they were called. */
final class LauncherFixture {

    private static final Path LAUNCHER = Path.of("src/main/plugin/gpx_dromedary");

    private final Path root;
    private final Path plugin;
    private final Map<String, String> environment = new HashMap<>();

    private String places = "";
    private String memoryLimit = "";

    /** @param root empty directory; the plugin's directory in it has a blank in its name */
    LauncherFixture(Path root) throws IOException {
        this.root = root;
        this.plugin = Files.createDirectories(root.resolve("my plugins/dromedary"));
        environment.put("PATH", root.resolve("bin").toString());
    }

    Path plugin() {
        return plugin;
    }

    LauncherFixture with(String variable, Object value) {
        environment.put(variable, value.toString());
        return this;
    }

    LauncherFixture withoutPath() {
        environment.remove("PATH");
        return this;
    }

    /** Lets the launcher take {@code pattern} for all the usual places: those of this machine are not to be found. */
    LauncherFixture usualPlaces(String pattern) {
        places = pattern;
        return this;
    }

    LauncherFixture memoryLimit(String bytes) throws IOException {
        memoryLimit =
                Files.writeString(root.resolve("memory.max"), bytes + "\n").toString();
        return this;
    }

    /** Installs a Java in a directory below the root, for example {@code jdk} with version {@code 17.0.15}. */
    Path java(String directory, String version) throws IOException {
        var home = javaWithoutRelease(directory, version);
        Files.writeString(home.resolve("release"), """
                IMPLEMENTOR="Nobody"
                JAVA_RUNTIME_VERSION="%1$s+9"
                JAVA_VERSION="%1$s"
                OS_ARCH="x86_64"
                OS_NAME="Linux"
                """.formatted(version));
        return home;
    }

    Path javaWithoutRelease(String directory, String version) throws IOException {
        var home = root.resolve(directory);
        Files.createDirectories(home.resolve("bin"));
        executable(home.resolve("bin/java"), """
                #!/bin/sh
                if [ "$1" = -version ]; then echo 'openjdk version "%s" 2026-01-01' >&2; exit; fi
                printf '%%s\\n' "java=$0" "cwd=$PWD" "tool=$JAVA_TOOL_OPTIONS" "$@"
                """.formatted(version));
        return home;
    }

    /** Puts a {@code java} on the PATH that is a link, as distributions have it. */
    void onPath(Path home) throws IOException {
        Files.createDirectories(root.resolve("bin"));
        Files.createSymbolicLink(root.resolve("alternatives"), home.resolve("bin/java"));
        Files.createSymbolicLink(root.resolve("bin/java"), Path.of("../alternatives"));
        executable(root.resolve("bin/readlink"), "#!/bin/sh\nexec /usr/bin/readlink \"$@\"\n");
    }

    Run run(String... arguments) throws IOException, InterruptedException {
        return runIn(plugin, List.of(install().toString()), arguments);
    }

    Run runIn(Path directory, List<String> command, String... arguments) throws IOException, InterruptedException {
        var all = new ArrayList<>(command);
        all.addAll(List.of(arguments));
        var builder = new ProcessBuilder(all).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectError(root.resolve("stderr").toFile());
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output.lines().toList(), Files.readAllLines(root.resolve("stderr")));
    }

    /** Copies the launcher into the plugin's directory. */
    Path install() throws IOException {
        var script = Files.readString(LAUNCHER)
                .replaceFirst("(?m)^places=.*$", "places=\"" + places + "\"")
                .replaceFirst("(?m)^memory_limits=.*$", "memory_limits=\"" + memoryLimit + "\"");
        return executable(plugin.resolve("gpx_dromedary_linux_amd64"), script);
    }

    private static Path executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /**
     * How a run ended.
     *
     * @param output what a Java of the fixture tells: java=, cwd=, tool=, then its arguments; one a line
     */
    record Run(int status, List<String> output, List<String> errors) {

        /** Returns the home of the Java that was taken. */
        Path java() {
            return Path.of(output.get(0).substring("java=".length()))
                    .getParent()
                    .getParent();
        }

        List<String> arguments() {
            return output.subList(3, output.size());
        }
    }
}
