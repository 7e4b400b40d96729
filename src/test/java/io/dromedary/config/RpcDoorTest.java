// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import io.dromedary.grpc.ServerStarted;
import io.dromedary.proto.v1.HealthGrpc;
import io.dromedary.proto.v1.HealthRequest;
import io.dromedary.proto.v1.QueriesGrpc;
import io.dromedary.proto.v1.QueryPart;
import io.dromedary.proto.v1.QueryRequest;
import io.dromedary.tracing.otlp.TraceReceiver;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.util.ByteArrayReadableSeekableByteChannel;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The gRPC API as clients see it: generated ones, such that ask by reflection, and Camel's own. */
class RpcDoorTest {

    private static final String CPU = "{\"refId\":\"A\",\"query\":\"avg:system.cpu.user{*} by {host}\"}";

    private static TraceReceiver traces;
    private static Main main;
    private static InetSocketAddress address;
    private static ManagedChannel channel;

    @BeforeAll
    static void start() throws Exception {
        var listening = new CompletableFuture<InetSocketAddress>();
        main = new Bundle(".", Map.of()).main(false, true);
        main.bind("listening", (ServerStarted) listening::complete);
        traces = new TraceReceiver();
        main.addOverrideProperty("dromedary.otlp.endpoint", traces.address());
        main.addOverrideProperty("dromedary.http.port", "0");
        main.addOverrideProperty("dromedary.rpc.port", "0");
        main.addOverrideProperty("dromedary.http.tokens", "first,second");
        main.start();
        address = listening.get(30, TimeUnit.SECONDS);
        channel = NettyChannelBuilder.forAddress(address).usePlaintext().build();
    }

    @AfterAll
    static void stop() {
        channel.shutdownNow();
        main.stop();
        traces.close();
    }

    @Test
    void answersEachQueryWithItsFrames() throws Exception {
        var answers = queries("second")
                .query(request(CPU, "{\"refId\":\"X\",\"query\":\"avg:system.cpu.user{\"}"))
                .getAnswersList();

        assertThat(answers)
                .extracting(answer -> answer.getRefId() + answer.getStatus())
                .containsExactly("A200", "X400");
        assertThat(answers.get(1).getError()).isNotEmpty();
        assertThat(answers.get(1).getErrorSource()).isEqualTo("plugin");
        assertThat(rows(answers.get(0).getFrames(0).toByteArray())).isPositive();
    }

    @Test
    void streamsFrameByFrame() throws Exception {
        var parts = new ArrayList<QueryPart>();
        queries("first").streamQuery(request(CPU)).forEachRemaining(parts::add);

        assertThat(parts)
                .hasSizeGreaterThan(3)
                .allSatisfy(part -> assertThat(part.getRefId()).isEqualTo("A"));
        assertThat(rows(parts.get(2).getFrame().toByteArray())).isPositive();
    }

    @Test
    void tellsWhatWorks() {
        var health = HealthGrpc.newBlockingStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(token("first")))
                .check(HealthRequest.newBuilder().setInstance("sandbox").build());

        assertThat(health.getOk()).isTrue();
        assertThat(health.getChecksList())
                .extracting(check -> check.getName() + check.getWorks())
                .contains("metricQueriestrue");
    }

    @Test
    void wantsATokenAndSaysWhatIsWrong() {
        assertThatThrownBy(() -> QueriesGrpc.newBlockingStub(channel).query(request(CPU)))
                .isInstanceOf(StatusRuntimeException.class)
                .hasMessageStartingWith("UNAUTHENTICATED");
        assertThatThrownBy(() -> queries("wrong").query(request(CPU))).hasMessageStartingWith("UNAUTHENTICATED");
        assertThatThrownBy(() -> queries("first").query(request("{"))).hasMessageStartingWith("INVALID_ARGUMENT");
        assertThatThrownBy(() -> queries("first").query(QueryRequest.getDefaultInstance()))
                .hasMessageStartingWith("INVALID_ARGUMENT");
        assertThatThrownBy(() -> queries("first")
                        .query(request(CPU).toBuilder().setInstance("none").build()))
                .hasMessageStartingWith("NOT_FOUND");
    }

    @Test
    void goesOnWithTheTraceOfItsCaller() throws Exception {
        var sent = token("first");
        sent.put(
                Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER),
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        QueriesGrpc.newBlockingStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(sent))
                .query(request(CPU));

        var server = traces.span("4bf92f3577b34da6a3ce929d0e0e4736", "dromedary.v1.Queries/Query");
        assertThat(server.parentId()).isEqualTo("00f067aa0ba902b7");
        assertThat(traces.span(server.traceId(), "query metrics").parentId()).isEqualTo(server.spanId());
    }

    @Test
    void describesItselfAndItsState() throws Exception {
        assertThat(reflected(ServerReflectionRequest.newBuilder()
                                .setListServices("")
                                .build())
                        .getListServicesResponse()
                        .getServiceList())
                .extracting(service -> service.getName())
                .contains(
                        "dromedary.v1.Queries",
                        "dromedary.v1.Health",
                        "grpc.health.v1.Health",
                        "grpc.reflection.v1alpha.ServerReflection");
        var file = reflected(ServerReflectionRequest.newBuilder()
                        .setFileContainingSymbol("dromedary.v1.Queries")
                        .build())
                .getFileDescriptorResponse()
                .getFileDescriptorProto(0);
        assertThat(FileDescriptorProto.parseFrom(file).getPackage()).isEqualTo("dromedary.v1");

        assertThat(io.grpc.health.v1.HealthGrpc.newBlockingStub(channel)
                        .check(HealthCheckRequest.getDefaultInstance())
                        .getStatus())
                .isEqualTo(ServingStatus.SERVING);
    }

    @Test
    void isAskedByTheExampleRoute() throws Exception {
        try (var context = new DefaultCamelContext()) {
            context.getPropertiesComponent().addInitialProperty("dromedary.host", "127.0.0.1");
            context.getPropertiesComponent().addInitialProperty("dromedary.port", String.valueOf(address.getPort()));
            context.getPropertiesComponent().addInitialProperty("dromedary.token", "first");
            context.getPropertiesComponent().addInitialProperty("answers.to", "mock:answers");
            var route = Path.of("examples/grpc-client.camel.yaml");
            assertThat(Files.exists(route)).isTrue();
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.resolveMandatoryResource(context, "file:" + route));
            var answers = context.getEndpoint("mock:answers", MockEndpoint.class);
            answers.expectedMinimumMessageCount(1);
            context.start();

            answers.assertIsSatisfied(30_000);
            assertThat(answers.getExchanges().get(0).getMessage().getBody(String.class))
                    .contains("A 200");
        }
    }

    private static ServerReflectionResponse reflected(ServerReflectionRequest request) throws Exception {
        var answer = new CompletableFuture<ServerReflectionResponse>();
        var asked = ServerReflectionGrpc.newStub(channel).serverReflectionInfo(new StreamObserver<>() {
            @Override
            public void onNext(ServerReflectionResponse response) {
                answer.complete(response);
            }

            @Override
            public void onError(Throwable failure) {
                answer.completeExceptionally(failure);
            }

            @Override
            public void onCompleted() {}
        });
        asked.onNext(request);
        asked.onCompleted();
        return answer.get(10, TimeUnit.SECONDS);
    }

    private static QueriesGrpc.QueriesBlockingStub queries(String token) {
        return QueriesGrpc.newBlockingStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(token(token)));
    }

    private static Metadata token(String token) {
        var metadata = new Metadata();
        metadata.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
        return metadata;
    }

    private static QueryRequest request(String... queries) {
        return QueryRequest.newBuilder()
                .setInstance("sandbox")
                .setFrom("now-15m")
                .setMaxDataPoints(10)
                .addAllQueries(List.of(queries))
                .build();
    }

    private static int rows(byte[] file) throws Exception {
        try (var allocator = new RootAllocator();
                var reader = new ArrowFileReader(new ByteArrayReadableSeekableByteChannel(file), allocator)) {
            reader.loadNextBatch();
            return reader.getVectorSchemaRoot().getRowCount();
        }
    }
}
