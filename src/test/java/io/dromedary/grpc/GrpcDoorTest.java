// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.dromedary.proto.pluginv2.CallResourceRequest;
import io.dromedary.proto.pluginv2.CallResourceResponse;
import io.dromedary.proto.pluginv2.CheckHealthRequest;
import io.dromedary.proto.pluginv2.CollectMetricsRequest;
import io.dromedary.proto.pluginv2.DataResponse;
import io.dromedary.proto.pluginv2.QueryDataRequest;
import io.dromedary.proto.pluginv2.QueryDataResponse;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.stub.MetadataUtils;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class GrpcDoorTest extends DoorTestSupport {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(QUERY).process(GrpcDoorTest::query);
                from(RESOURCE).process(GrpcDoorTest::resource);
                from(HEALTH).setBody().constant("no message");
            }
        };
    }

    /** Answers as many bytes as the number in the header named size, and what metadata arrived. */
    private static void query(Exchange exchange) {
        var request = exchange.getIn().getBody(QueryDataRequest.class);
        int size = Integer.parseInt(request.getHeadersOrDefault("size", "0"));
        Map<?, ?> metadata = exchange.getVariable("metadata", Map.class);
        exchange.getMessage()
                .setBody(QueryDataResponse.newBuilder()
                        .putResponses(
                                "A",
                                DataResponse.newBuilder()
                                        .addFrames(UnsafeByteOperations.unsafeWrap(new byte[size]))
                                        .setError(String.valueOf(metadata.get("tenant")))
                                        .build())
                        .build());
    }

    /** Answers in the way the path names. */
    private static void resource(Exchange exchange) {
        var request = exchange.getIn().getBody(CallResourceRequest.class);
        var answer = CallResourceResponse.newBuilder().setCode(request.getBody().size());
        exchange.getMessage()
                .setBody(
                        switch (request.getPath()) {
                            case "many" ->
                                List.of(
                                        answer.build(),
                                        answer.setCode(2).build(),
                                        answer.setCode(3).build());
                            case "lazy" ->
                                List.of(answer.build(), answer.setCode(2).build())
                                        .iterator();
                            case "mixed" -> List.of(answer.build(), "no message");
                            case "none" -> null;
                            default -> answer.build();
                        });
    }

    private List<CallResourceResponse> resource(String path) {
        return toList(resources()
                .callResource(CallResourceRequest.newBuilder().setPath(path).build()));
    }

    private static <T> List<T> toList(java.util.Iterator<T> messages) {
        var list = new java.util.ArrayList<T>();
        messages.forEachRemaining(list::add);
        return list;
    }

    @Test
    void answersWithTheBodyTheRouteLeaves() {
        assertThat(data().queryData(QueryDataRequest.getDefaultInstance()).getResponsesMap())
                .containsOnlyKeys("A");
    }

    @Test
    void answersCamelsOwnGrpcProducer() {
        var answer = template()
                .requestBody(
                        "grpc:127.0.0.1:" + address.join().getPort()
                                + "/io.dromedary.proto.pluginv2.Data?method=queryData&synchronous=true",
                        QueryDataRequest.getDefaultInstance());

        assertThat(answer).isInstanceOf(QueryDataResponse.class);
    }

    @Test
    void handsMetadataToTheRoute() {
        var metadata = new Metadata();
        metadata.put(Metadata.Key.of("tenant", Metadata.ASCII_STRING_MARSHALLER), "one");
        metadata.put(Metadata.Key.of("tenant", Metadata.ASCII_STRING_MARSHALLER), "two");
        metadata.put(Metadata.Key.of("tenant-bin", Metadata.BINARY_BYTE_MARSHALLER), new byte[] {1});

        var answer = data().withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata))
                .queryData(QueryDataRequest.getDefaultInstance());

        assertThat(answer.getResponsesOrThrow("A").getError()).isEqualTo("one,two");
    }

    @Test
    void streamsAnIterableInOrder() {
        assertThat(resource("many")).extracting(CallResourceResponse::getCode).containsExactly(0, 2, 3);
    }

    @Test
    void streamsAnIterator() {
        assertThat(resource("lazy")).extracting(CallResourceResponse::getCode).containsExactly(0, 2);
    }

    @Test
    void streamsASingleMessage() {
        assertThat(resource("single")).hasSize(1);
    }

    @Test
    void takesRequestsOfSixteenMebibytesAndWhatIsAroundThem() {
        var request = CallResourceRequest.newBuilder()
                .setPath("single")
                .setBody(ByteString.copyFrom(new byte[16 << 20]))
                .build();

        assertThat(resources().callResource(request).next().getCode()).isEqualTo(16 << 20);
    }

    @Test
    void answersWithoutALimit() {
        var request = QueryDataRequest.newBuilder()
                .putHeaders("size", String.valueOf(64 << 20))
                .build();

        assertThat(data().queryData(request)
                        .getResponsesOrThrow("A")
                        .getFrames(0)
                        .size())
                .isEqualTo(64 << 20);
    }

    @Test
    void saysWhatHasNoRouteIsUnimplemented() {
        assertThatThrownBy(() -> diagnostics().collectMetrics(CollectMetricsRequest.getDefaultInstance()))
                .satisfies(failure ->
                        assertThat(Status.fromThrowable(failure).getCode()).isEqualTo(Status.Code.UNIMPLEMENTED));
    }

    @Test
    void failsWhenTheRouteLeavesSomethingElseThanAMessage() {
        assertThatThrownBy(() -> diagnostics().checkHealth(CheckHealthRequest.getDefaultInstance()))
                .isInstanceOf(StatusRuntimeException.class)
                .hasMessage("INTERNAL: Dromedary failed; see its log");
        assertThatThrownBy(() -> resource("none")).hasMessage("INTERNAL: Dromedary failed; see its log");
    }

    @Test
    void failsAStreamThatHoldsSomethingElseThanAMessage() {
        assertThatThrownBy(() -> resource("mixed")).hasMessage("INTERNAL: Dromedary failed; see its log");
    }

    @Test
    void answersHealthChecksOfThePlugin() {
        var health = HealthGrpc.newBlockingStub(channel);

        assertThat(List.of("", "plugin"))
                .allSatisfy(service -> assertThat(health.check(HealthCheckRequest.newBuilder()
                                        .setService(service)
                                        .build())
                                .getStatus())
                        .isEqualTo(ServingStatus.SERVING));
    }

    @Test
    void refusesAMethodNobodyDescribed() {
        assertThatThrownBy(() -> context().getEndpoint("grpc-door:pluginv2.Data/Guess"))
                .hasRootCauseMessage("No ServiceDescriptor in the registry has the method pluginv2.Data/Guess. Known: "
                        + "pluginv2.Data/QueryChunkedData, pluginv2.Data/QueryData, "
                        + "pluginv2.Diagnostics/CheckHealth, pluginv2.Diagnostics/CollectMetrics, "
                        + "pluginv2.Resource/CallResource");
    }

    @Test
    void refusesASecondRouteForAMethod() {
        assertThatThrownBy(() -> context().addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from(QUERY + "?bridgeErrorHandler=true").stop();
                    }
                }))
                .hasRootCauseMessage("Two routes want the calls of pluginv2.Data/QueryData; keep one of them");
    }

    @Test
    void takesOptionsFromStrings() throws Exception {
        try (var camel = new DefaultCamelContext()) {
            var component = camel.getComponent("grpc-door", GrpcDoorComponent.class);
            var configurer = component.getComponentPropertyConfigurer();

            assertThat(configurer).isInstanceOf(GrpcDoorComponentConfigurer.class);
            assertThat(configurer.configure(camel, component, "drainTimeout", "250ms", false))
                    .isTrue();
            assertThat(configurer.configure(camel, component, "MAXINBOUNDMESSAGESIZE", "4096", true))
                    .isTrue();
            assertThat(configurer.configure(camel, component, "nonsense", "1", true))
                    .isFalse();
            assertThat(component.getDrainTimeout()).hasMillis(250);
            assertThat(component.getMaxInboundMessageSize()).isEqualTo(4096);
        }
    }
}
