// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.protobuf.ByteString;
import io.dromedary.observe.JvmMeters;
import io.dromedary.proto.pluginv2.CollectMetricsRequest;
import io.dromedary.proto.pluginv2.DataGrpc;
import io.dromedary.proto.pluginv2.DataQuery;
import io.dromedary.proto.pluginv2.DataSourceInstanceSettings;
import io.dromedary.proto.pluginv2.DiagnosticsGrpc;
import io.dromedary.proto.pluginv2.PluginContext;
import io.dromedary.proto.pluginv2.QueryDataRequest;
import io.dromedary.proto.pluginv2.TimeRange;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus reads of Dromedary, over HTTP and through Grafana. */
class ObservationTest {

    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle(Map.of("dromedary.instance.second.site", "sandbox"));

    private static final Path PROMTOOL = Path.of("/usr/bin/promtool");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private Path directory;

    @Test
    void countsQueriesCallsAndStates() throws Exception {
        ask(
                "{\"instance\":\"sandbox\",\"queries\":[{\"query\":\"avg:system.cpu.user{*}\"},{\"refId\":\"X\",\"query\":\"avg:system.cpu.user{\"}]}");
        ask("{\"instance\":\"sandbox\",\"queries\":[{\"query\":\"avg:system.cpu.user{*}\"}]}");

        assertThat(scraped().lines())
                .anyMatch(line -> line.startsWith("dromedary_query_seconds_count{")
                        && line.contains("door=\"api\"")
                        && line.contains("instance=\"sandbox\"")
                        && line.contains("outcome=\"ok\"")
                        && line.contains("type=\"metrics\""))
                .anyMatch(line ->
                        line.startsWith("dromedary_query_seconds_count{") && line.contains("outcome=\"plugin\""))
                .anyMatch(line -> line.startsWith("dromedary_query_seconds_bucket{") && line.contains("le=\"0.5\""))
                .anyMatch(line -> line.startsWith("dromedary_datadog_call_seconds_count{")
                        && line.contains("endpoint=\"POST /api/v2/query/timeseries\"")
                        && line.contains("status=\"200\""))
                .anyMatch(line -> line.startsWith("dromedary_budget_remaining{")
                        && line.contains("instance=\"sandbox\"")
                        && line.contains("bucket=\"query_timeseries\""))
                .anyMatch(line -> line.startsWith("dromedary_cache_hits_total{cache=\"recentRepliesCache\"}"))
                .anyMatch(line -> line.startsWith("dromedary_workers_waiting "));
    }

    @Test
    void tellsBudgetsByInstanceAndNamesakesOnce() throws Exception {
        ask("{\"instance\":\"second\",\"queries\":[{\"query\":\"avg:system.cpu.user{*}\"}]}");
        for (var org : List.of(1, 2)) {
            askFromGrafana(org, "Namesake");
        }

        var budgets = scraped()
                .lines()
                .filter(line ->
                        line.startsWith("dromedary_budget_remaining{") && line.contains("bucket=\"query_timeseries\""))
                .toList();
        assertThat(budgets)
                .filteredOn(line -> line.contains("instance=\"second\""))
                .hasSize(1);
        assertThat(budgets)
                .filteredOn(line -> line.contains("instance=\"Namesake\""))
                .hasSize(1);
    }

    @Test
    void tellsGrafanaTheSameAndTheJvm() throws Exception {
        ask("{\"instance\":\"sandbox\",\"queries\":[{\"query\":\"avg:system.cpu.user{*}\"}]}");

        var text = DiagnosticsGrpc.newBlockingStub(BUNDLE.channel())
                .collectMetrics(CollectMetricsRequest.getDefaultInstance())
                .getMetrics()
                .getPrometheus()
                .toString(StandardCharsets.UTF_8);
        assertThat(text).contains("dromedary_query_seconds_count", "jvm_memory_used_bytes", "dromedary_cache_entries");
    }

    @Test
    void isAcceptedByPromtool() throws Exception {
        assumeTrue(Files.isExecutable(PROMTOOL), "promtool is not installed");
        ask("{\"instance\":\"sandbox\",\"queries\":[{\"query\":\"avg:system.cpu.user{*}\"}]}");
        var file = directory.resolve("metrics");
        BUNDLE.context().getRegistry().findByType(JvmMeters.class).forEach(JvmMeters::bind);
        Files.writeString(file, scraped());

        var promtool = new ProcessBuilder(PROMTOOL.toString(), "check", "metrics")
                .redirectInput(file.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(promtool.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(output).isEmpty();
        assertThat(promtool.exitValue()).isZero();
    }

    private static void askFromGrafana(long org, String name) {
        var source = DataSourceInstanceSettings.newBuilder()
                .setUid("uid")
                .setName(name)
                .setJsonData(ByteString.copyFromUtf8("{\"site\":\"sandbox\"}"));
        var context = PluginContext.newBuilder().setOrgId(org).setDataSourceInstanceSettings(source);
        var query = DataQuery.newBuilder()
                .setRefId("A")
                .setMaxDataPoints(10)
                .setTimeRange(TimeRange.newBuilder()
                        .setFromEpochMS(System.currentTimeMillis() - 900_000)
                        .setToEpochMS(System.currentTimeMillis()))
                .setJson(ByteString.copyFromUtf8("{\"query\":\"avg:system.cpu.user{*}\"}"));
        var answer = DataGrpc.newBlockingStub(BUNDLE.channel())
                .queryData(QueryDataRequest.newBuilder()
                        .setPluginContext(context)
                        .addQueries(query)
                        .build());
        assertThat(answer.getResponsesMap().get("A").getError()).isEmpty();
    }

    private static String scraped() throws Exception {
        return CLIENT.send(
                        HttpRequest.newBuilder(BUNDLE.http("/observe/metrics")).build(), BodyHandlers.ofString())
                .body();
    }

    private static void ask(String body) throws Exception {
        var request = HttpRequest.newBuilder(BUNDLE.http("/api/v1/query"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        assertThat(CLIENT.send(request.build(), BodyHandlers.discarding()).statusCode())
                .isEqualTo(200);
    }
}
