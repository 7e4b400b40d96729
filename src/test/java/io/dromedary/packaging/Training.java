// SPDX-License-Identifier: Apache-2.0
package io.dromedary.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Makes the archives of loaded classes that let the plugin start fast: runs the unpacked plugin once for each Java
 * found, sends it some traffic and has the JVM keep what it loaded. See docs/decisions/0006-class-archives.md.
 */
public final class Training {

    private static final int OLDEST = 17;

    private final Path plugin;
    private final Path work;

    private Training(Path plugin) {
        this.plugin = plugin;
        this.work = plugin.toAbsolutePath().getParent().resolve("training");
    }

    /**
     * Trains the plugin in directory {@code args[0]} for this Java, those that variables such as {@code JAVA_HOME_25}
     * name and those in {@code /usr/lib/jvm}, one for each feature version.
     */
    public static void main(String[] args) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        var training = new Training(Path.of(args[0]));
        training.forgetTimes();
        try (var traffic = new Traffic()) {
            for (var java : homes()) {
                training.tryToTrain(java, traffic);
            }
        }
    }

    static Collection<JavaHome> homes() {
        var candidates = Stream.of(
                        Stream.of(System.getProperty("java.home")),
                        System.getenv().entrySet().stream()
                                .filter(variable -> variable.getKey().startsWith("JAVA_HOME"))
                                .map(Map.Entry::getValue),
                        Arrays.stream(JavaHome.below(Path.of("/usr/lib/jvm"))).map(Path::toString))
                .flatMap(paths -> paths);
        var homes = new LinkedHashMap<Integer, JavaHome>();
        candidates
                .flatMap(path -> JavaHome.at(Path.of(path)).stream())
                .filter(java -> java.feature() >= OLDEST)
                .forEach(java -> homes.putIfAbsent(java.feature(), java));
        return homes.values();
    }

    /**
     * The JVM compares each jar's time with that at training, unless it was 0 then: so the archives stay valid when the
     * plugin is copied or unpacked by a tool that sets new times, as Grafana's own installer does. Sizes are still
     * compared.
     */
    private void forgetTimes() throws IOException {
        Files.createDirectories(work);
        Files.createDirectories(plugin.resolve("lib/cache"));
        try (var jars = Files.newDirectoryStream(plugin.resolve("lib"), "*.jar")) {
            for (var jar : jars) {
                Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
            }
        }
    }

    /**
     * Only the Java that builds must be able to: others that happen to be installed may be of a kind without archives.
     */
    private void tryToTrain(JavaHome java, Traffic traffic) throws Exception {
        try {
            train(java, traffic);
        } catch (IOException | TimeoutException failed) {
            if (java.isRunning()) {
                throw failed;
            }
            System.out.println("No archive of classes for " + java.path() + ": " + failed);
        }
    }

    private void train(JavaHome java, Traffic traffic) throws IOException, InterruptedException, TimeoutException {
        var started = System.nanoTime();
        var archive = plugin.resolve("lib/cache").resolve(java.archive());
        Files.deleteIfExists(archive);
        // relative to the plugin's directory, as options are separated by blanks
        var target = "lib/cache/" + java.archive();
        if (java.hasAot()) {
            var options = "-XX:AOTMode=record -XX:AOTConfiguration=../training/classes.aotconf";
            record(java, options, traffic, Traffic.WELL_PROFILED);
            create(java, "-XX:AOTMode=create -XX:AOTConfiguration=../training/classes.aotconf -XX:AOTCache=" + target);
        } else {
            record(java, "-XX:ArchiveClassesAtExit=" + target, traffic, Traffic.ONCE_LOADED);
        }
        System.out.printf(
                "Archive of classes for %s: %d MB in %d ms%n",
                java.path(), Files.size(archive) >> 20, (System.nanoTime() - started) / 1_000_000);
    }

    private void record(JavaHome java, String options, Traffic traffic, int rounds) throws IOException {
        try (var child = PluginChild.start(plugin, environment(java, options), log())) {
            traffic.send(child.channel(), rounds);
        }
    }

    private void create(JavaHome java, String options) throws IOException, InterruptedException, TimeoutException {
        var process = PluginChild.process(plugin, environment(java, options), log())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        PluginChild.await(process, log());
    }

    private Path log() {
        return work.resolve("stderr.log");
    }

    private static Map<String, String> environment(JavaHome java, String options) {
        return Map.of("GF_PLUGIN_JAVA_HOME", java.path().toString(), "GF_PLUGIN_JAVA_OPTS", options);
    }
}
