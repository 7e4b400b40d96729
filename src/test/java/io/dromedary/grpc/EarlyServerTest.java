// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dromedary.proto.pluginv2.CheckHealthRequest;
import io.dromedary.proto.pluginv2.CheckHealthResponse;
import io.dromedary.proto.pluginv2.DataGrpc;
import io.dromedary.proto.pluginv2.DiagnosticsGrpc;
import io.dromedary.proto.pluginv2.QueryDataRequest;
import io.dromedary.proto.pluginv2.QueryDataResponse;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.RoutePolicySupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls that come while Camel starts. */
class EarlyServerTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private EarlyServer server;
    private ManagedChannel channel;

    @BeforeEach
    void listen() throws Exception {
        server = EarlyServer.listen(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                List.of(DataGrpc.getServiceDescriptor(), DiagnosticsGrpc.getServiceDescriptor()),
                List.of());
        channel =
                NettyChannelBuilder.forAddress(server.address()).usePlaintext().build();
        context.getRegistry().bind("early", server);
        context.getRegistry().bind("data", DataGrpc.getServiceDescriptor());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(DoorTestSupport.QUERY).setBody(exchange -> QueryDataResponse.getDefaultInstance());
            }
        });
    }

    @AfterEach
    void stop() throws InterruptedException {
        channel.shutdownNow();
        context.stop();
        server.server().stop();
    }

    @Test
    void answersACallThatCameBeforeTheRoutes() throws Exception {
        var answer = ask();
        awaitHeld(1);
        assertThat(answer).isNotDone();

        context.start();

        assertThat(answer.get(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(ask().get(10, TimeUnit.SECONDS)).as("a later call").isNotNull();
    }

    @Test
    void holdsCallsUntilTheLastRouteIsThere() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:late")
                        .startupOrder(2000)
                        .routePolicy(new RoutePolicySupport() {
                            @Override
                            public void onStart(Route route) {
                                begun.countDown();
                                awaitQuietly(go);
                            }
                        })
                        .stop();
            }
        });
        var start = new Thread(context::start);
        start.start();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        var answer = ask();
        awaitHeld(1);
        go.countDown();

        assertThat(answer.get(10, TimeUnit.SECONDS)).isNotNull();
        start.join();
    }

    @Test
    void forgetsACallerWhoWentAway() {
        var answer = ask();
        awaitHeld(1);

        answer.cancel(true);
        awaitHeld(0);
        context.start();

        assertThat(context.getInflightRepository().size()).isZero();
    }

    @Test
    void saysUnimplementedWhereNoRouteCame() {
        var answer = DiagnosticsGrpc.newFutureStub(channel).checkHealth(CheckHealthRequest.getDefaultInstance());
        awaitHeld(1);
        context.start();

        assertThatThrownBy(answer::get).hasMessageContaining("UNIMPLEMENTED");
        assertThatThrownBy(() -> health())
                .satisfies(
                        late -> assertThat(Status.fromThrowable(late).getCode()).isEqualTo(Status.Code.UNIMPLEMENTED));
    }

    @Test
    void sendsCallersAwayWhenTheStartTakesTooLong() {
        var answer = ask();
        awaitHeld(1);

        server.fail();

        assertThatThrownBy(answer::get).hasMessageContaining("UNAVAILABLE");
        assertThatThrownBy(() -> ask().get()).hasMessageContaining("UNAVAILABLE");
    }

    @Test
    void holdsNoMoreThanItsLimit() {
        var answers = Stream.generate(this::ask).limit(EarlyCalls.MAX_HELD + 1).toList();

        await().until(() -> answers.stream().filter(Future::isDone).count() == 1);
        assertThat(server.early().count()).isEqualTo(EarlyCalls.MAX_HELD);
    }

    private CheckHealthResponse health() throws StatusRuntimeException {
        return DiagnosticsGrpc.newBlockingStub(channel).checkHealth(CheckHealthRequest.getDefaultInstance());
    }

    private Future<QueryDataResponse> ask() {
        return DataGrpc.newFutureStub(channel).queryData(QueryDataRequest.getDefaultInstance());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitHeld(int calls) {
        await().until(() -> server.early().count() == calls);
    }
}
