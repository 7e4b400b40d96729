// SPDX-License-Identifier: Apache-2.0
package io.dromedary.packaging;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.google.protobuf.ByteString;
import io.dromedary.proto.pluginv2.CallResourceRequest;
import io.dromedary.proto.pluginv2.CheckHealthRequest;
import io.dromedary.proto.pluginv2.CollectMetricsRequest;
import io.dromedary.proto.pluginv2.DataGrpc;
import io.dromedary.proto.pluginv2.DataQuery;
import io.dromedary.proto.pluginv2.DataSourceInstanceSettings;
import io.dromedary.proto.pluginv2.DiagnosticsGrpc;
import io.dromedary.proto.pluginv2.PluginContext;
import io.dromedary.proto.pluginv2.QueryDataRequest;
import io.dromedary.proto.pluginv2.ResourceGrpc;
import io.dromedary.proto.pluginv2.TimeRange;
import io.grpc.Channel;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What a training run asks the plugin: every kind of call, over HTTPS and of the sandbox. */
final class Traffic implements AutoCloseable {

    /** Enough to load every class that a query needs. */
    static final int ONCE_LOADED = 40;
    /**
     * Enough for the JVM to know what is hot. A cache of 25 keeps these profiles, so that a fresh process compiles the
     * path of a query at once, and not after it measured it anew.
     */
    static final int WELL_PROFILED = 1_000;

    private static final long HOUR_MS = 3_600_000;
    private static final int SERIES = 5;
    private static final int POINTS = 360;

    private final WireMockServer datadog =
            new WireMockServer(options().dynamicPort().dynamicHttpsPort().disableRequestJournal());

    Traffic() {
        datadog.start();
        datadog.stubFor(
                any(anyUrl()).willReturn(okJson("{\"valid\":true,\"metrics\":[\"system.cpu.user\"],\"data\":[]}")));
        datadog.stubFor(any(urlPathMatching("/api/v2/query/timeseries")).willReturn(okJson(series())));
    }

    /** Sends it all through a channel, queries of Datadog so many times; a call that fails ends the training. */
    void send(Channel channel, int rounds) {
        var datadogs = "{\"url\":\"https://localhost:" + datadog.httpsPort() + "\",\"tlsSkipVerify\":true}";
        ask(channel, instance(1, datadogs), rounds);
        ask(channel, instance(2, "{\"site\":\"sandbox\"}"), ONCE_LOADED);
        DiagnosticsGrpc.newBlockingStub(channel).collectMetrics(CollectMetricsRequest.getDefaultInstance());
    }

    private static void ask(Channel channel, PluginContext instance, int rounds) {
        var health = CheckHealthRequest.newBuilder().setPluginContext(instance).build();
        var list = CallResourceRequest.newBuilder()
                .setPluginContext(instance)
                .setMethod("GET")
                .setPath("autocomplete/metrics")
                .setUrl("autocomplete/metrics?prefix=system")
                .build();
        DiagnosticsGrpc.newBlockingStub(channel).checkHealth(health);
        for (var round = 0; round < rounds; round++) {
            DataGrpc.newBlockingStub(channel).queryData(queries(instance, round));
            ResourceGrpc.newBlockingStub(channel).callResource(list).forEachRemaining(part -> {});
        }
    }

    /** Two queries; each round asks for another window, so that no reply is taken from memory. */
    private static QueryDataRequest queries(PluginContext instance, int round) {
        var to = 1_700_000_000_000L + round * HOUR_MS;
        var range = TimeRange.newBuilder().setFromEpochMS(to - HOUR_MS).setToEpochMS(to);
        var request = QueryDataRequest.newBuilder().setPluginContext(instance);
        for (var refId : List.of("A", "B")) {
            request.addQueries(DataQuery.newBuilder()
                    .setRefId(refId)
                    .setQueryType("metrics")
                    .setMaxDataPoints(POINTS)
                    .setIntervalMS(10_000)
                    .setTimeRange(range)
                    .setJson(ByteString.copyFromUtf8("{\"refId\":\"" + refId
                            + "\",\"query\":\"avg:system.cpu.user{*} by {host}\",\"legend\":\"{{host}}\"}")));
        }
        return request.build();
    }

    private static PluginContext instance(int id, String json) {
        return PluginContext.newBuilder()
                .setOrgId(1)
                .setPluginId("dromedary-datadog-datasource")
                .setDataSourceInstanceSettings(DataSourceInstanceSettings.newBuilder()
                        .setId(id)
                        .setUid("training-" + id)
                        .setJsonData(ByteString.copyFromUtf8(json))
                        .putAllDecryptedSecureJsonData(Map.of("apiKey", "0".repeat(32), "appKey", "0".repeat(40))))
                .build();
    }

    /** A reply of Datadog's: the series of both queries, a point every 10 s. */
    private static String series() {
        var names = IntStream.range(0, 2 * SERIES)
                .mapToObj(i ->
                        "{\"group_tags\":[\"host:web-" + i + "\"],\"query_index\":" + i / SERIES + ",\"unit\":null}")
                .collect(Collectors.joining(","));
        var times = LongStream.range(0, POINTS)
                .mapToObj(i -> String.valueOf(1_700_000_000_000L + i * 10_000))
                .collect(Collectors.joining(","));
        var values = IntStream.range(0, POINTS)
                .mapToObj(i -> i % 100 == 7 ? "null" : i + ".25")
                .collect(Collectors.joining(","));
        var columns =
                IntStream.range(0, 2 * SERIES).mapToObj(i -> "[" + values + "]").collect(Collectors.joining(","));
        return "{\"data\":{\"id\":\"0\",\"type\":\"timeseries_response\",\"attributes\":{\"series\":[" + names
                + "],\"times\":[" + times + "],\"values\":[" + columns + "]}}}";
    }

    @Override
    public void close() {
        datadog.stop();
    }
}
