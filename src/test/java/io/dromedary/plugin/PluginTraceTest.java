// SPDX-License-Identifier: Apache-2.0
package io.dromedary.plugin;

import static io.dromedary.plugin.ChildProcess.GRAFANA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import io.dromedary.proto.goplugin.Empty;
import io.dromedary.proto.goplugin.GRPCControllerGrpc;
import io.dromedary.proto.pluginv2.DataGrpc;
import io.dromedary.proto.pluginv2.DataQuery;
import io.dromedary.proto.pluginv2.DataSourceInstanceSettings;
import io.dromedary.proto.pluginv2.PluginContext;
import io.dromedary.proto.pluginv2.QueryDataRequest;
import io.dromedary.proto.pluginv2.QueryDataResponse;
import io.dromedary.proto.pluginv2.TimeRange;
import io.dromedary.tracing.otlp.TraceReceiver;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real plugin as Grafana's child, with and without somebody to send traces to. */
@DisabledOnOs(OS.WINDOWS)
class PluginTraceTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";

    /** As long as go-plugin waits before it kills. */
    private static final long GRACE_SECONDS = 2;

    @TempDir
    private Path home;

    @Test
    void sendsTracesWhereGrafanaSays() throws Exception {
        try (var receiver = new TraceReceiver();
                var child = start(Map.of(
                        "GF_INSTANCE_OTLP_ADDRESS", receiver.address(),
                        "GF_INSTANCE_OTLP_PROPAGATION", "jaeger",
                        "GF_INSTANCE_OTLP_SAMPLER_TYPE", "",
                        "GF_INSTANCE_OTLP_SAMPLER_PARAM", "1.000000",
                        "GF_INSTANCE_OTLP_SAMPLER_REMOTE_URL", ""))) {
            var channel = child.connect();
            assertThat(ask(channel, "uber-trace-id", TRACE + ":" + CALLER + ":0:1")
                            .getResponsesOrThrow("A")
                            .getError())
                    .isEmpty();
            end(child, channel);

            // what was left went out before the end
            var server = receiver.span(TRACE, "pluginv2.Data/QueryData");
            var client = receiver.span(TRACE, "POST /api/v2/query/timeseries");
            assertThat(server.parentId()).isEqualTo(CALLER);
            assertThat(server.resource()).containsEntry("service.name", "dromedary-datadog-datasource");
            assertThat(receiver.span(TRACE, "query metrics").parentId()).isEqualTo(server.spanId());
            assertThat(client.attributes()).containsEntry("http.response.status_code", "200");
            assertThat(logged(child)).contains("\"traceID\":\"" + TRACE + "\",\"spanID\":\"" + server.spanId() + "\"");
        }
    }

    @Test
    void loadsNothingOfOpenTelemetryUnlessAskedTo() throws Exception {
        var loaded = home.resolve("loaded");
        try (var child = start(Map.of(), "-Xlog:class+load=info:file=" + loaded)) {
            var channel = child.connect();
            ask(channel, "traceparent", "00-" + TRACE + "-" + CALLER + "-01");
            end(child, channel);

            assertThat(logged(child)).contains("\"traceID\":\"" + TRACE + "\",\"spanID\":\"" + CALLER + "\"");
        }
        assertThat(Files.readAllLines(loaded))
                .anyMatch(line -> line.contains("io.dromedary.tracing.SeenSpan"))
                .noneMatch(line -> line.contains("io.opentelemetry") || line.contains("io.dromedary.tracing.otlp"));
    }

    @Test
    void worksWithoutAnybodyWhoTakesTraces() throws Exception {
        try (var child = start(Map.of("GF_INSTANCE_OTLP_ADDRESS", "127.0.0.1:" + unusedPort()))) {
            var channel = child.connect();
            for (var i = 0; i < 5; i++) {
                assertThat(ask(channel, "traceparent", "00-" + TRACE + "-" + CALLER + "-01")
                                .getResponsesOrThrow("A")
                                .getError())
                        .isEmpty();
            }
            child.line(child.stderr, "Traces cannot be sent to http://127.0.0.1:");
            ask(channel, "traceparent", "00-" + TRACE + "-" + CALLER + "-01");
            end(child, channel);

            assertThat(child.stderr)
                    .filteredOn(line -> line.contains("Traces cannot be sent"))
                    .hasSize(1)
                    .allSatisfy(line -> assertThat(new ObjectMapper()
                                    .readTree(line)
                                    .path("@level")
                                    .asText())
                            .isEqualTo("warn"));
            assertThat(child.stderr).noneMatch(line -> line.contains("io.opentelemetry"));
        }
    }

    private ChildProcess start(Map<String, String> grafana, String... options) throws IOException {
        try (var routes = Files.walk(Path.of("routes"))) {
            for (var file : routes.toList()) {
                Files.copy(file, home.resolve(file.toString()));
            }
        }
        Files.writeString(
                home.resolve("application.properties"),
                Files.readString(Path.of("application.properties"))
                        + "\ndromedary.log.level.io.dromedary.grpc = debug\n");
        var environment = new HashMap<>(GRAFANA);
        environment.putAll(grafana);
        var all = new String[options.length + 1];
        all[0] = "-Ddromedary.home=" + home;
        System.arraycopy(options, 0, all, 1, options.length);
        return ChildProcess.plugin(environment, all);
    }

    /** Returns what was logged when the call ended. */
    private static String logged(ChildProcess child) {
        return child.line(child.stderr, "pluginv2.Data/QueryData gave OK");
    }

    private static void end(ChildProcess child, ManagedChannel channel) throws InterruptedException {
        GRPCControllerGrpc.newBlockingStub(channel).shutdown(Empty.getDefaultInstance());
        assertThat(child.process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS))
                .as("ended in time: %s", child.stderr)
                .isTrue();
        assertThat(child.end()).isZero();
        channel.shutdownNow();
    }

    private static QueryDataResponse ask(ManagedChannel channel, String header, String value) {
        var metadata = new Metadata();
        metadata.put(Metadata.Key.of(header, Metadata.ASCII_STRING_MARSHALLER), value);
        var now = System.currentTimeMillis();
        var settings = DataSourceInstanceSettings.newBuilder()
                .setUid("sandbox")
                .setLastUpdatedMS(1)
                .setJsonData(ByteString.copyFromUtf8("{\"site\":\"sandbox\"}"));
        var query = DataQuery.newBuilder()
                .setRefId("A")
                .setQueryType("metrics")
                .setMaxDataPoints(100)
                .setTimeRange(
                        TimeRange.newBuilder().setFromEpochMS(now - 3_600_000).setToEpochMS(now))
                .setJson(ByteString.copyFromUtf8("{\"query\":\"avg:system.cpu.user{*}\"}"));
        return DataGrpc.newBlockingStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata))
                .queryData(QueryDataRequest.newBuilder()
                        .setPluginContext(
                                PluginContext.newBuilder().setOrgId(1).setDataSourceInstanceSettings(settings))
                        .addQueries(query)
                        .build());
    }

    private static int unusedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
