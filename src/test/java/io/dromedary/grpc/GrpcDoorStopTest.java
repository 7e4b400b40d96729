// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.common.util.concurrent.ListenableFuture;
import io.dromedary.call.Cancellation;
import io.dromedary.proto.pluginv2.CheckHealthRequest;
import io.dromedary.proto.pluginv2.CheckHealthResponse;
import io.dromedary.proto.pluginv2.CollectMetricsRequest;
import io.dromedary.proto.pluginv2.DataGrpc;
import io.dromedary.proto.pluginv2.QueryDataRequest;
import io.dromedary.proto.pluginv2.QueryDataResponse;
import io.grpc.Status;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelContextConfiguration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GrpcDoorStopTest extends DoorTestSupport {

    private final CompletableFuture<Cancellation> begun = new CompletableFuture<>();
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Override
    public void configureContext(CamelContextConfiguration configuration) {
        super.configureContext(configuration);
        // a stop that is forced after a second could not be taken back
        configuration.withShutdownTimeout(10);
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        var camel = super.createCamelContext();
        camel.getComponent("grpc-door", GrpcDoorComponent.class).setDrainTimeout(Duration.ofSeconds(20));
        return camel;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(QUERY).routeId("query").process(exchange -> {
                    begun.complete(exchange.getVariable("cancellation", Cancellation.class));
                    goOn.await();
                    exchange.getMessage().setBody(QueryDataResponse.getDefaultInstance());
                });
                from(HEALTH).routeId("health").setBody(constant(CheckHealthResponse.getDefaultInstance()));
            }
        };
    }

    @AfterEach
    void releaseCalls() {
        goOn.countDown();
    }

    private CheckHealthResponse checkHealth() {
        return diagnostics().checkHealth(CheckHealthRequest.getDefaultInstance());
    }

    private ListenableFuture<QueryDataResponse> beginCall() throws Exception {
        var call = DataGrpc.newFutureStub(channel).queryData(QueryDataRequest.getDefaultInstance());
        begun.get(5, TimeUnit.SECONDS);
        return call;
    }

    private static void assertUnavailable(ThrowingCallable call) {
        assertThatThrownBy(call)
                .satisfies(failure ->
                        assertThat(Status.fromThrowable(failure).getCode()).isEqualTo(Status.Code.UNAVAILABLE));
    }

    @Test
    void saysAStoppedRouteIsUnavailableUntilItRunsAgain() throws Exception {
        context().getRouteController().stopRoute("health");
        assertUnavailable(this::checkHealth);

        context().getRouteController().startRoute("health");
        assertThat(checkHealth()).isNotNull();

        context().getRouteController().suspendRoute("health");
        assertUnavailable(this::checkHealth);

        context().getRouteController().resumeRoute("health");
        assertThat(checkHealth()).isNotNull();
    }

    @Test
    void saysARouteThatWasNotStartedIsUnavailable() throws Exception {
        context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("grpc-door:pluginv2.Diagnostics/CollectMetrics")
                        .autoStartup(false)
                        .stop();
            }
        });

        assertUnavailable(() -> diagnostics().collectMetrics(CollectMetricsRequest.getDefaultInstance()));
    }

    @Test
    void saysARemovedRouteIsUnavailableUntilAnotherOneTakesItsPlace() throws Exception {
        context().getRouteController().stopRoute("health");
        context().removeRoute("health");
        assertUnavailable(this::checkHealth);

        context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(HEALTH)
                        .setBody(constant(CheckHealthResponse.newBuilder()
                                .setMessage("new")
                                .build()));
            }
        });
        assertThat(checkHealth().getMessage()).isEqualTo("new");
    }

    @Test
    void letsCallsInFlightEndBeforeItStops() throws Exception {
        var call = beginCall();
        var health = HealthGrpc.newBlockingStub(channel);

        var stopping = CompletableFuture.runAsync(context()::stop);

        await().untilAsserted(() -> assertUnavailable(this::checkHealth));
        assertThat(health.check(HealthCheckRequest.getDefaultInstance()).getStatus())
                .isEqualTo(ServingStatus.NOT_SERVING);
        assertThat(stopping).isNotDone();
        goOn.countDown();
        assertThat(call.get(5, TimeUnit.SECONDS)).isEqualTo(QueryDataResponse.getDefaultInstance());
        stopping.get(10, TimeUnit.SECONDS);
        assertThat(begun.get().isCancelled()).isFalse();
    }

    @Test
    void cancelsCallsThatDoNotEndInTime() throws Exception {
        context().getComponent("grpc-door", GrpcDoorComponent.class).setDrainTimeout(Duration.ofMillis(1));
        var call = beginCall();

        var stopping = CompletableFuture.runAsync(context()::stop);

        await().until(() -> begun.get().isCancelled());
        assertThatThrownBy(() -> call.get(5, TimeUnit.SECONDS)).isNotNull();
        goOn.countDown();
        stopping.get(10, TimeUnit.SECONDS);
    }
}
