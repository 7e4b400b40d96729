// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.google.protobuf.ByteString;
import io.dromedary.instance.Sources;
import io.dromedary.proto.pluginv2.CallResourceRequest;
import io.dromedary.proto.pluginv2.CheckHealthRequest;
import io.dromedary.proto.pluginv2.DataGrpc;
import io.dromedary.proto.pluginv2.DataQuery;
import io.dromedary.proto.pluginv2.DataSourceInstanceSettings;
import io.dromedary.proto.pluginv2.DiagnosticsGrpc;
import io.dromedary.proto.pluginv2.PluginContext;
import io.dromedary.proto.pluginv2.QueryDataRequest;
import io.dromedary.proto.pluginv2.QueryDataResponse;
import io.dromedary.proto.pluginv2.ResourceGrpc;
import io.dromedary.proto.pluginv2.RunStreamRequest;
import io.dromedary.proto.pluginv2.StreamGrpc;
import io.dromedary.proto.pluginv2.StringList;
import io.dromedary.proto.pluginv2.TimeRange;
import io.dromedary.query.AskedQuery;
import io.dromedary.query.QueryBatch;
import io.dromedary.tracing.CurrentSpan;
import io.dromedary.tracing.TraceContext;
import io.dromedary.tracing.otlp.SentSpan;
import io.dromedary.tracing.otlp.TraceReceiver;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.builder.RouteBuilder;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a receiver of traces sees of calls that Grafana and pipelines make. */
class TraceTest {

    private static final TraceReceiver RECEIVER = receiver();

    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle(
            Map.of("dromedary.otlp.endpoint", RECEIVER.address(), "dromedary.query.recent-for", "0s"));

    private static final WireMockServer DATADOG = new WireMockServer(options().dynamicPort());
    private static final String CALLER = "00f067aa0ba902b7";
    private static final String SECRET = "5ec4e7";
    private static final Map<String, String> KEYS =
            Map.of("apiKey", SECRET + "0123456789abcdef", "appKey", SECRET + "0123456789abcdef");
    private static final String QUERY = "avg:private.metric{customer:" + SECRET + "}";

    private final String trace = random();
    private String sent = "00-" + trace + "-" + CALLER + "-01";

    @BeforeAll
    static void start() {
        DATADOG.start();
    }

    @AfterAll
    static void stop() {
        DATADOG.stop();
        RECEIVER.close();
    }

    @BeforeEach
    void answerNothing() {
        DATADOG.resetAll();
        DATADOG.stubFor(any(anyUrl()).willReturn(okJson(series())));
    }

    @Test
    void goesFromTheCallerToDatadog() {
        assertThat(ask(DataGrpc.newBlockingStub(BUNDLE.channel()))
                        .getResponsesOrThrow("A")
                        .getError())
                .isEmpty();

        var server = RECEIVER.span(trace, "pluginv2.Data/QueryData");
        var query = RECEIVER.span(trace, "query metrics");
        var client = RECEIVER.span(trace, "POST /api/v2/query/timeseries");
        assertThat(server.parentId()).isEqualTo(CALLER);
        assertThat(server.kind()).isEqualTo(SentSpan.SERVER);
        assertThat(server.attributes())
                .containsEntry("rpc.system", "grpc")
                .containsEntry("rpc.method", "QueryData")
                .containsEntry("rpc.grpc.status_code", "0")
                .containsEntry("datasource_name", "Shop")
                .containsEntry("dashboard_uid", "d4sh")
                .containsEntry("panel_id", "4");
        assertThat(server.resource()).containsEntry("service.name", "dromedary");
        assertThat(query.parentId()).isEqualTo(server.spanId());
        assertThat(query.kind()).isEqualTo(SentSpan.INTERNAL);
        assertThat(query.attributes())
                .containsEntry("dromedary.instance", "Shop")
                .containsEntry("dromedary.queries", "1");
        assertThat(client.parentId()).isEqualTo(query.spanId());
        assertThat(client.kind()).isEqualTo(SentSpan.CLIENT);
        assertThat(client.attributes())
                .containsEntry("http.request.method", "POST")
                .containsEntry("url.template", "/api/v2/query/timeseries")
                .containsEntry("server.address", "localhost")
                .containsEntry("http.response.status_code", "200")
                .doesNotContainKey("error.type");
        assertThat(client.status()).isZero();
        assertThat(DATADOG.getAllServeEvents())
                .allSatisfy(event -> assertThat(event.getRequest().containsHeader("traceparent"))
                        .isFalse());
    }

    @Test
    void keepsWhatCallersKeepAndNothingElse() {
        sent = "00-" + trace + "-" + CALLER + "-00";
        ask(DataGrpc.newBlockingStub(BUNDLE.channel()));
        var kept = random();
        sent = "00-" + kept + "-" + CALLER + "-01";
        ask(DataGrpc.newBlockingStub(BUNDLE.channel()));

        RECEIVER.span(kept, "pluginv2.Data/QueryData");
        assertThat(RECEIVER.spans()).noneMatch(span -> span.traceId().equals(trace));
    }

    @Test
    void readsTheTraceInTheHeadersOfARequest() {
        var request = request().putHeaders("http_Traceparent", sent).build();
        var unused = DataGrpc.newBlockingStub(BUNDLE.channel()).queryData(request);
        ResourceGrpc.newBlockingStub(BUNDLE.channel())
                .callResource(CallResourceRequest.newBuilder()
                        .setPluginContext(context())
                        .setMethod("GET")
                        .setPath("autocomplete/hosts")
                        .setUrl("autocomplete/hosts")
                        .putHeaders(
                                "Traceparent",
                                StringList.newBuilder().addValues(sent).build())
                        .build())
                .forEachRemaining(part -> {});

        assertThat(RECEIVER.span(trace, "pluginv2.Data/QueryData").parentId()).isEqualTo(CALLER);
        assertThat(RECEIVER.span(trace, "pluginv2.Resource/CallResource").parentId())
                .isEqualTo(CALLER);
    }

    @Test
    void tellsWhoFailedAndNotWhatWasAsked() {
        DATADOG.stubFor(any(anyUrl())
                .willReturn(okJson("{\"errors\":[\"no such " + QUERY + "\"]}").withStatus(400)));
        ask(DataGrpc.newBlockingStub(BUNDLE.channel()));

        var query = RECEIVER.span(trace, "query metrics");
        var client = RECEIVER.span(trace, "POST /api/v2/query/timeseries");
        assertThat(client.status()).isEqualTo(SentSpan.FAILED);
        assertThat(client.attributes())
                .containsEntry("http.response.status_code", "400")
                .containsEntry("error.type", "400");
        assertThat(query.status()).isEqualTo(SentSpan.FAILED);
        assertThat(query.attributes())
                .containsEntry("error.type", "downstream")
                .containsEntry("dromedary.failed_queries", "1");
        assertThat(RECEIVER.spans().toString()).doesNotContain(SECRET).doesNotContain("private.metric");
    }

    @Test
    void showsThatACallWasMadeAgain() {
        answers(aResponse().withStatus(503), okJson(series()));
        ask(DataGrpc.newBlockingStub(BUNDLE.channel()));

        var client = RECEIVER.span(trace, "POST /api/v2/query/timeseries");
        assertThat(client.events()).containsExactly("retry");
        assertThat(client.attributes())
                .containsEntry("http.request.resend_count", "1")
                .containsEntry("http.response.status_code", "200");
        assertThat(client.status()).isZero();
    }

    @Test
    void seesEveryKindOfCall() {
        with(DiagnosticsGrpc.newBlockingStub(BUNDLE.channel()))
                .checkHealth(CheckHealthRequest.newBuilder()
                        .setPluginContext(context())
                        .build());
        Assertions.assertThatThrownBy(() -> with(StreamGrpc.newBlockingStub(BUNDLE.channel()))
                        .runStream(RunStreamRequest.newBuilder()
                                .setPluginContext(context())
                                .setPath("nothing")
                                .build())
                        .next())
                .isInstanceOf(StatusRuntimeException.class);

        var health = RECEIVER.span(trace, "pluginv2.Diagnostics/CheckHealth");
        assertThat(RECEIVER.span(trace, "GET /api/v2/validate_keys").parentId()).isEqualTo(health.spanId());
        var stream = RECEIVER.span(trace, "pluginv2.Stream/RunStream");
        assertThat(stream.attributes()).containsEntry("rpc.grpc.status_code", "5");
        assertThat(stream.status()).as("the caller's fault").isZero();
    }

    @Test
    void goesThroughTheHttpDoor() throws Exception {
        var body = "{\"instance\":\"sandbox\",\"queries\":[{\"query\":\"avg:system.cpu.user{*}\"}]}";
        var request = HttpRequest.newBuilder(BUNDLE.http("/api/v1/query"))
                .header("Content-Type", "application/json")
                .header("traceparent", sent)
                .POST(BodyPublishers.ofString(body));
        assertThat(HttpClient.newHttpClient()
                        .send(request.build(), BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);

        var server = RECEIVER.span(trace, "POST /api/v1/query");
        var client = RECEIVER.span(trace, "POST /api/v2/query/timeseries");
        assertThat(server.parentId()).isEqualTo(CALLER);
        assertThat(server.kind()).isEqualTo(SentSpan.SERVER);
        assertThat(server.attributes())
                .containsEntry("http.request.method", "POST")
                .containsEntry("http.route", "/api/v1/query")
                .containsEntry("http.response.status_code", "200");
        assertThat(RECEIVER.span(trace, "query metrics").parentId()).isEqualTo(server.spanId());
        assertThat(client.attributes()).containsEntry("server.address", "sandbox");
    }

    @Test
    void seesTheRoutesOfUsersAndWhatTheyAskFor() throws Exception {
        var logged = new AtomicReference<TraceContext>();
        BUNDLE.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:own-orders").routeId("own-orders").to("direct:own-ask");
                from("direct:own-ask")
                        .routeId("own-ask")
                        .process(exchange -> logged.set(CurrentSpan.context()))
                        .to("direct:query-run")
                        .throwException(IllegalStateException.class, SECRET);
            }
        });
        BUNDLE.context().createProducerTemplate().send("direct:own-orders", exchange -> {
            var query = new AskedQuery(
                    "A", "", 1_000_000, 4_600_000, 60_000, 60, ("{\"query\":\"" + QUERY + "\"}").getBytes(UTF_8));
            exchange.getMessage().setBody(new QueryBatch(List.of(query), false, true));
            exchange.getMessage().setHeader("traceparent", sent);
            exchange.setVariable(
                    "settingsSource", Sources.source("own", 1, "{\"url\":\"" + DATADOG.baseUrl() + "\"}", KEYS));
        });

        var orders = RECEIVER.span(trace, "own-orders");
        var ask = RECEIVER.span(trace, "own-ask");
        assertThat(orders.parentId()).isEqualTo(CALLER);
        assertThat(ask.parentId()).isEqualTo(orders.spanId());
        assertThat(RECEIVER.span(trace, "query metrics").parentId()).isEqualTo(ask.spanId());
        assertThat(logged.get().traceId()).isEqualTo(trace);
        assertThat(orders.status()).isEqualTo(SentSpan.FAILED);
        assertThat(orders.attributes()).containsEntry("error.type", "IllegalStateException");
        assertThat(RECEIVER.spans().toString()).doesNotContain(SECRET).doesNotContain("query-run");
    }

    private QueryDataResponse ask(DataGrpc.DataBlockingStub stub) {
        return with(stub).queryData(request().build());
    }

    private <S extends AbstractStub<S>> S with(S stub) {
        var metadata = new Metadata();
        metadata.put(Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER), sent);
        return stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata));
    }

    private QueryDataRequest.Builder request() {
        var now = System.currentTimeMillis();
        var query = DataQuery.newBuilder()
                .setRefId("A")
                .setQueryType("metrics")
                .setMaxDataPoints(100)
                .setTimeRange(
                        TimeRange.newBuilder().setFromEpochMS(now - 3_600_000).setToEpochMS(now))
                .setJson(ByteString.copyFromUtf8("{\"query\":\"" + QUERY + "\"}"));
        return QueryDataRequest.newBuilder()
                .setPluginContext(context())
                .putHeaders("http_X-Dashboard-Uid", "d4sh")
                .putHeaders("http_X-Panel-Id", "4")
                .addQueries(query);
    }

    private PluginContext context() {
        return PluginContext.newBuilder()
                .setOrgId(1)
                .setDataSourceInstanceSettings(DataSourceInstanceSettings.newBuilder()
                        .setUid(trace)
                        .setName("Shop")
                        .setLastUpdatedMS(1)
                        .setJsonData(ByteString.copyFromUtf8("{\"url\":\"" + DATADOG.baseUrl() + "\"}"))
                        .putDecryptedSecureJsonData("apiKey", SECRET + random().substring(6))
                        .putDecryptedSecureJsonData("appKey", SECRET + random().substring(6)))
                .build();
    }

    private static void answers(ResponseDefinitionBuilder first, ResponseDefinitionBuilder then) {
        DATADOG.stubFor(any(anyUrl())
                .inScenario("again")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(first)
                .willSetStateTo("again"));
        DATADOG.stubFor(
                any(anyUrl()).inScenario("again").whenScenarioStateIs("again").willReturn(then));
    }

    private static String series() {
        return "{\"data\":{\"id\":\"0\",\"type\":\"timeseries_response\",\"attributes\":{\"series\":[],\"times\":[],"
                + "\"values\":[]}}}";
    }

    private static String random() {
        var bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static TraceReceiver receiver() {
        try {
            return new TraceReceiver();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
