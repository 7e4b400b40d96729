// SPDX-License-Identifier: Apache-2.0
package io.dromedary.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.ClassPath;
import io.dromedary.Dromedary;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A JVM that runs {@link PluginMain}, or the real plugin, with all it writes. */
final class ChildProcess implements AutoCloseable {

    static final Map<String, String> GRAFANA =
            Map.of("grafana_plugin_type", "datasource", "PLUGIN_PROTOCOL_VERSIONS", "2");

    private static final int LONGEST_START_SECONDS = 60;

    /** From here on a JVM writes warnings about Netty's memory access straight to stderr, past any redirection. */
    private static final int FIRST_THAT_WARNS = 24;

    final Process process;
    final List<String> stdout = new CopyOnWriteArrayList<>();
    final List<String> stderr = new CopyOnWriteArrayList<>();
    private final List<Thread> readers = new ArrayList<>();

    private ChildProcess(Process process) {
        this.process = process;
        readers.add(read(process.getInputStream(), stdout));
        readers.add(read(process.getErrorStream(), stderr));
    }

    static ChildProcess start(Map<String, String> environment, String... arguments) throws IOException {
        return run(environment, command(List.of(), PluginMain.class, arguments));
    }

    /** Starts the real plugin. */
    static ChildProcess plugin(Map<String, String> environment, String... options) throws IOException {
        return run(environment, command(List.of(options), Dromedary.class, "plugin"));
    }

    /** Starts it from a shell that stays its parent; the shell writes the child's pid to stdout first. */
    static ChildProcess startUnderAShell(Map<String, String> environment) throws IOException {
        return run(
                environment,
                List.of("/bin/sh", "-c", "\"$@\" & echo $!; wait", "sh"),
                command(List.of(), PluginMain.class));
    }

    private static List<String> command(List<String> options, Class<?> main, String... arguments) {
        var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable"));
        command.addAll(options);
        if (Runtime.version().feature() >= FIRST_THAT_WARNS) {
            command.add("--sun-misc-unsafe-memory-access=allow");
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", ClassPath.text(), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    @SafeVarargs
    private static ChildProcess run(Map<String, String> environment, List<String>... parts) throws IOException {
        var builder = new ProcessBuilder();
        for (var part : parts) {
            builder.command().addAll(part);
        }
        builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
        builder.environment().putAll(environment);
        return new ChildProcess(builder.start());
    }

    private static Thread read(InputStream stream, List<String> lines) {
        var thread = new Thread(() -> {
            try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                reader.lines().forEach(lines::add);
            } catch (IOException | UncheckedIOException e) {
                lines.add("could not be read: " + e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Waits for the handshake and connects to where it points. */
    ManagedChannel connect() {
        var channel = NettyChannelBuilder.forTarget(handshake().split("\\|", -1)[3]);
        return channel.usePlaintext().build();
    }

    String handshake() {
        return line(stdout, "1|2|");
    }

    /** Waits for a line that holds a text. */
    String line(List<String> lines, String text) {
        return Awaitility.await()
                .atMost(LONGEST_START_SECONDS, TimeUnit.SECONDS)
                .until(
                        () -> {
                            assertThat(process.isAlive() || lines.stream().anyMatch(line -> line.contains(text)))
                                    .as("ended early: %s", stderr)
                                    .isTrue();
                            return lines.stream()
                                    .filter(line -> line.contains(text))
                                    .findFirst();
                        },
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    /** Waits for the end and returns the exit status; all output has been read then. */
    int end() throws InterruptedException {
        assertThat(process.waitFor(LONGEST_START_SECONDS, TimeUnit.SECONDS)).isTrue();
        for (var reader : readers) {
            reader.join();
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
