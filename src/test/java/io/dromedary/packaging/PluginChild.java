// SPDX-License-Identifier: Apache-2.0
package io.dromedary.packaging;

import io.dromedary.proto.goplugin.Empty;
import io.dromedary.proto.goplugin.GRPCControllerGrpc;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The packaged plugin as a child process, started as Grafana starts it: no environment but what Grafana sets. */
final class PluginChild implements AutoCloseable {

    /** Making an archive of classes at the end takes seconds, more on a busy machine. */
    private static final long EXIT_SECONDS = 120;

    private final Process process;
    private final Path log;
    private final ManagedChannel channel;

    private PluginChild(Process process, Path log, ManagedChannel channel) {
        this.process = process;
        this.log = log;
        this.channel = channel;
    }

    /**
     * Starts the plugin and waits for its handshake.
     *
     * @param directory the unpacked plugin
     * @param environment added to Grafana's
     * @param log gets what the plugin writes to stderr
     */
    static PluginChild start(Path directory, Map<String, String> environment, Path log) throws IOException {
        var process = process(directory, environment, log).start();
        var handshake = new BufferedReader(process.inputReader(StandardCharsets.UTF_8)).readLine();
        if (handshake == null || handshake.split("\\|").length < 5) {
            process.destroyForcibly();
            throw new IOException("no handshake but " + handshake + "; it said: " + Files.readString(log));
        }
        var port = Integer.parseInt(handshake.replaceFirst(".*:(\\d+)\\|.*", "$1"));
        var channel = NettyChannelBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .usePlaintext()
                .maxInboundMessageSize(Integer.MAX_VALUE)
                .build();
        return new PluginChild(process, log, channel);
    }

    static ProcessBuilder process(Path directory, Map<String, String> environment, Path log) {
        var launcher = directory.resolve("gpx_dromedary_linux_amd64").toAbsolutePath();
        var builder = new ProcessBuilder(launcher.toString()).redirectError(log.toFile());
        builder.environment().clear();
        builder.environment().put("grafana_plugin_type", "datasource");
        builder.environment().put("PLUGIN_PROTOCOL_VERSIONS", "2");
        builder.environment().putAll(environment);
        return builder;
    }

    ManagedChannel channel() {
        return channel;
    }

    /** Asks the plugin to end, as Grafana does, and waits until it has. */
    @Override
    public void close() throws IOException {
        try {
            askToEnd();
            await(process, log);
        } catch (TimeoutException | InterruptedException late) {
            throw new IOException("the plugin did not end: " + Files.readString(log), late);
        } finally {
            channel.shutdownNow();
            process.destroyForcibly();
        }
    }

    private void askToEnd() {
        try {
            GRPCControllerGrpc.newBlockingStub(channel).shutdown(Empty.getDefaultInstance());
        } catch (StatusRuntimeException goneAlready) {
            // it may close the connection before its answer is read; its exit status tells more
        }
    }

    /** Waits for an end with status 0. */
    static void await(Process process, Path log) throws IOException, InterruptedException, TimeoutException {
        if (!process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new TimeoutException(EXIT_SECONDS + " s passed");
        }
        if (process.exitValue() != 0) {
            throw new IOException("status " + process.exitValue() + ", it said: " + Files.readString(log));
        }
    }
}
