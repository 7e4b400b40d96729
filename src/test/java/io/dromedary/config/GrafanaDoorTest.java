// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.dromedary.proto.pluginv2.CallResourceRequest;
import io.dromedary.proto.pluginv2.CallResourceResponse;
import io.dromedary.proto.pluginv2.CheckHealthRequest;
import io.dromedary.proto.pluginv2.CheckHealthResponse;
import io.dromedary.proto.pluginv2.CollectMetricsRequest;
import io.dromedary.proto.pluginv2.DataGrpc;
import io.dromedary.proto.pluginv2.DataQuery;
import io.dromedary.proto.pluginv2.DataResponse;
import io.dromedary.proto.pluginv2.DataSourceInstanceSettings;
import io.dromedary.proto.pluginv2.DiagnosticsGrpc;
import io.dromedary.proto.pluginv2.PluginContext;
import io.dromedary.proto.pluginv2.QueryDataRequest;
import io.dromedary.proto.pluginv2.ResourceGrpc;
import io.dromedary.proto.pluginv2.StreamGrpc;
import io.dromedary.proto.pluginv2.SubscribeStreamRequest;
import io.dromedary.proto.pluginv2.SubscribeStreamResponse;
import io.dromedary.proto.pluginv2.TimeRange;
import io.dromedary.proto.pluginv2.User;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Everything between Grafana's messages and the embedded Datadog. */
class GrafanaDoorTest {

    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle(Map.of());

    private static final String SANDBOX = "{\"site\":\"sandbox\"}";

    @Test
    void drawsAMetric() {
        var answer =
                ask(SANDBOX, query("A", "avg:system.cpu.user{*} by {region}")).get("A");

        assertThat(answer.getError()).isEmpty();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getFramesCount()).isGreaterThan(1);
    }

    @Test
    void failsOneQueryAmongEight() {
        var queries = IntStream.range(0, 8)
                .mapToObj(number -> query(
                        "Q" + number, number == 5 ? "avg:system.cpu.user{" : "avg:system.cpu.user{*} by {region}"))
                .toArray(DataQuery[]::new);

        var answers = ask(SANDBOX, queries);

        assertThat(answers).hasSize(8);
        assertThat(answers.get("Q5").getStatus()).isEqualTo(400);
        assertThat(answers.entrySet())
                .filteredOn(answer -> !answer.getKey().equals("Q5"))
                .allSatisfy(
                        answer -> assertThat(answer.getValue().getFramesCount()).isGreaterThan(1));
    }

    @Test
    void tellsEachQueryWhatIsWrongWithTheSettings() {
        var answers = ask("{\"site\":\"datadoghq.eu\"}", query("A", "a{*}"), query("B", "b{*}"));

        assertThat(answers.values()).hasSize(2).allSatisfy(answer -> {
            assertThat(answer.getError()).contains("API key");
            assertThat(answer.getStatus()).isEqualTo(400);
            assertThat(answer.getErrorSource()).isEqualTo("plugin");
        });
    }

    @Test
    void isHealthyOnTheSandbox() {
        var health = health(context(SANDBOX));

        assertThat(health.getStatus()).isEqualTo(CheckHealthResponse.HealthStatus.OK);
        assertThat(health.getJsonDetails().toStringUtf8()).startsWith("{");
    }

    @Test
    void saysWhatToDoWhereThereIsNoDataSource() {
        var health = health(PluginContext.getDefaultInstance());

        assertThat(health.getStatus()).isEqualTo(CheckHealthResponse.HealthStatus.ERROR);
        assertThat(health.getMessage()).contains("Save the data source");
    }

    @Test
    void listsMetrics() {
        var reply = resource("GET", "autocomplete/metrics", "autocomplete/metrics?query=cpu");

        assertThat(reply.getCode()).isEqualTo(200);
        assertThat(reply.getBody().toStringUtf8()).contains("system.cpu.user");
    }

    @Test
    void hasNoOtherPaths() {
        assertThat(resource("GET", "api/v1/validate", "api/v1/validate").getCode())
                .isEqualTo(404);
        assertThat(resource("DELETE", "autocomplete/metrics", "autocomplete/metrics")
                        .getCode())
                .isEqualTo(405);
        assertThat(resource("GET", "autocomplete/metrics", "autocomplete/metrics?query=%zz")
                        .getCode())
                .isEqualTo(400);
    }

    @Test
    void letsAdministratorsChangeWhatIsLogged() {
        var body = "{\"levels\":{\"io.dromedary.nothing\":\"debug\"}}";

        assertThat(logLevels("Editor", body).getCode()).isEqualTo(403);
        var changed = logLevels("Admin", body);
        assertThat(changed.getCode()).isEqualTo(200);
        assertThat(changed.getBody().toStringUtf8()).contains("\"io.dromedary.nothing\":\"debug\"");
        assertThat(logLevels("Admin", "{}").getCode()).isEqualTo(400);
    }

    private static CallResourceResponse logLevels(String role, String body) {
        return ResourceGrpc.newBlockingStub(BUNDLE.channel())
                .callResource(CallResourceRequest.newBuilder()
                        .setPluginContext(context(SANDBOX).toBuilder()
                                .setUser(User.newBuilder().setRole(role)))
                        .setMethod("PUT")
                        .setPath("log-levels")
                        .setUrl("log-levels")
                        .setBody(ByteString.copyFromUtf8(body))
                        .build())
                .next();
    }

    @Test
    void collectsMetricsForNoDataSourceInParticular() {
        ask(SANDBOX, query("A", "avg:system.load.1{*}"));

        var metrics = DiagnosticsGrpc.newBlockingStub(BUNDLE.channel())
                .collectMetrics(CollectMetricsRequest.getDefaultInstance());

        assertThat(metrics.getMetrics().getPrometheus().toStringUtf8())
                .contains("# TYPE ")
                .contains("query-metrics");
    }

    @Test
    void hasNoStreams() {
        var reply = StreamGrpc.newBlockingStub(BUNDLE.channel())
                .subscribeStream(
                        SubscribeStreamRequest.newBuilder().setPath("logs/tail").build());

        assertThat(reply.getStatus()).isEqualTo(SubscribeStreamResponse.Status.NOT_FOUND);
    }

    private static Map<String, DataResponse> ask(String jsonData, DataQuery... queries) {
        return DataGrpc.newBlockingStub(BUNDLE.channel())
                .queryData(QueryDataRequest.newBuilder()
                        .setPluginContext(context(jsonData))
                        .addAllQueries(List.of(queries))
                        .build())
                .getResponsesMap();
    }

    private static CheckHealthResponse health(PluginContext context) {
        return DiagnosticsGrpc.newBlockingStub(BUNDLE.channel())
                .checkHealth(CheckHealthRequest.newBuilder()
                        .setPluginContext(context)
                        .build());
    }

    private static CallResourceResponse resource(String method, String path, String url) {
        return ResourceGrpc.newBlockingStub(BUNDLE.channel())
                .callResource(CallResourceRequest.newBuilder()
                        .setPluginContext(context(SANDBOX))
                        .setMethod(method)
                        .setPath(path)
                        .setUrl(url)
                        .build())
                .next();
    }

    private static PluginContext context(String jsonData) {
        return PluginContext.newBuilder()
                .setOrgId(1)
                .setDataSourceInstanceSettings(DataSourceInstanceSettings.newBuilder()
                        .setUid(jsonData)
                        .setName("Shop")
                        .setLastUpdatedMS(1)
                        .setJsonData(ByteString.copyFromUtf8(jsonData)))
                .build();
    }

    private static DataQuery query(String refId, String text) {
        var now = System.currentTimeMillis();
        return DataQuery.newBuilder()
                .setRefId(refId)
                .setQueryType("metrics")
                .setMaxDataPoints(100)
                .setTimeRange(
                        TimeRange.newBuilder().setFromEpochMS(now - 3_600_000).setToEpochMS(now))
                .setJson(ByteString.copyFromUtf8("{\"query\":\"" + text + "\"}"))
                .build();
    }
}
