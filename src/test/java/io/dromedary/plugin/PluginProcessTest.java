// SPDX-License-Identifier: Apache-2.0
package io.dromedary.plugin;

import static io.dromedary.plugin.ChildProcess.GRAFANA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dromedary.proto.goplugin.Empty;
import io.dromedary.proto.goplugin.GRPCControllerGrpc;
import io.dromedary.proto.pluginv2.CheckHealthRequest;
import io.dromedary.proto.pluginv2.CheckHealthResponse;
import io.dromedary.proto.pluginv2.DataGrpc;
import io.dromedary.proto.pluginv2.DiagnosticsGrpc;
import io.dromedary.proto.pluginv2.QueryDataRequest;
import io.dromedary.proto.pluginv2.QueryDataResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Starts real processes, as Grafana does. */
@DisabledOnOs(OS.WINDOWS)
class PluginProcessTest {

    private static final String ADDRESS = "GF_PLUGIN_GRPC_ADDRESS_DROMEDARY_DATADOG_DATASOURCE";

    /** As long as go-plugin waits before it kills. */
    private static final long GRACE_SECONDS = 2;

    @Test
    void behavesAsGrafanaWantsFromTheFirstLineToTheEnd() throws Exception {
        try (var child = ChildProcess.start(GRAFANA)) {
            var channel = child.connect();
            assertThat(child.handshake()).matches("1\\|2\\|tcp\\|127\\.0\\.0\\.1:\\d+\\|grpc");

            // Ctrl+C in Grafana's terminal goes to its children, too: Grafana decides on the end
            new ProcessBuilder("kill", "-INT", String.valueOf(child.process.pid()))
                    .start()
                    .waitFor();
            child.line(child.stderr, "Ignored an interrupt");
            assertThat(DiagnosticsGrpc.newBlockingStub(channel)
                            .checkHealth(CheckHealthRequest.getDefaultInstance())
                            .getStatus())
                    .isEqualTo(CheckHealthResponse.HealthStatus.OK);

            var query = DataGrpc.newFutureStub(channel).queryData(takes(Duration.ofMillis(700)));
            child.line(child.stderr, "query begins");
            GRPCControllerGrpc.newBlockingStub(channel).shutdown(Empty.getDefaultInstance());

            assertThat(child.process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS))
                    .as("ended in time: %s", child.stderr)
                    .isTrue();
            assertThat(child.end()).isZero();
            assertThat(query.get(1, TimeUnit.SECONDS)).isEqualTo(QueryDataResponse.getDefaultInstance());
            channel.shutdownNow();
            assertThat(child.stdout).hasSize(1);
            assertThat(child.stderr)
                    .anySatisfy(line -> assertThat(line).contains("a library that prints"))
                    .anySatisfy(line -> assertThat(line).contains("\"debug\"", "gRPC server listens"))
                    .allSatisfy(line -> assertThat(new ObjectMapper().readTree(line))
                            .allSatisfy(value -> assertThat(value.isTextual()).isTrue()));
        }
    }

    @Test
    void endsInTimeThoughACallHangs() throws Exception {
        try (var child = ChildProcess.start(GRAFANA)) {
            var channel = child.connect();
            var query = DataGrpc.newFutureStub(channel).queryData(takes(Duration.ofMinutes(5)));
            child.line(child.stderr, "query begins");

            GRPCControllerGrpc.newBlockingStub(channel).shutdown(Empty.getDefaultInstance());

            assertThat(child.process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS))
                    .as("ended in time: %s", child.stderr)
                    .isTrue();
            assertThat(child.end()).isZero();
            await().until(query::isDone);
            channel.shutdownNow();
        }
    }

    @Test
    void endsWhenItIsTerminatedThoughACallHangs() throws Exception {
        try (var child = ChildProcess.start(GRAFANA)) {
            var channel = child.connect();
            var query = DataGrpc.newFutureStub(channel).queryData(takes(Duration.ofMinutes(5)));
            child.line(child.stderr, "query begins");

            child.process.destroy();

            assertThat(child.end()).isEqualTo(128 + 15);
            await().until(query::isDone);
            channel.shutdownNow();
        }
    }

    @Test
    void saysWhatItIsToWhoeverIsNotGrafana() throws Exception {
        try (var child = ChildProcess.start(Map.of("grafana_plugin_type", "wrong"))) {
            assertThat(child.end()).isEqualTo(1);
            assertThat(child.stdout).isEmpty();
            assertThat(child.stderr).singleElement().asString().contains("Datadog data source for Grafana");
        }
    }

    /** Whatever a process is started for, it ends the same way when its parent is gone. */
    @Test
    void pointsGrafanaAtTheOneThatIsDebuggedAndEndsWithGrafana() throws Exception {
        var environment = new HashMap<>(GRAFANA);
        environment.put(ADDRESS, "127.0.0.1:50051");
        try (var shell = ChildProcess.startUnderAShell(environment)) {
            assertThat(shell.handshake()).isEqualTo("1|2|tcp|127.0.0.1:50051|grpc");
            var child = ProcessHandle.of(Long.parseLong(shell.stdout.get(0))).orElseThrow();
            assertThat(child.isAlive()).isTrue();

            shell.process.destroyForcibly();

            await().atMost(Duration.ofSeconds(30)).until(() -> !child.isAlive());
        }
    }

    @Test
    void servesAGrafanaThatDidNotStartIt() throws Exception {
        try (var child = ChildProcess.start(Map.of(), "standalone")) {
            String address = child.line(child.stderr, ADDRESS).replaceFirst(".*=", "");
            var channel = io.grpc.netty.NettyChannelBuilder.forTarget(address)
                    .usePlaintext()
                    .build();

            assertThat(DiagnosticsGrpc.newBlockingStub(channel)
                            .checkHealth(CheckHealthRequest.getDefaultInstance())
                            .getStatus())
                    .isEqualTo(CheckHealthResponse.HealthStatus.OK);
            channel.shutdownNow();
        }
    }

    private static QueryDataRequest takes(Duration time) {
        return QueryDataRequest.newBuilder()
                .putHeaders("millis", String.valueOf(time.toMillis()))
                .build();
    }
}
