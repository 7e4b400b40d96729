// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dromedary.call.Cancellation;
import io.dromedary.proto.pluginv2.DataGrpc;
import io.dromedary.proto.pluginv2.QueryDataRequest;
import io.dromedary.proto.pluginv2.QueryDataResponse;
import io.grpc.Status;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

class GrpcDoorCancellationTest extends DoorTestSupport {

    private final CompletableFuture<Cancellation> begun = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(QUERY).process(exchange -> {
                    var cancelled = new CompletableFuture<Void>();
                    var cancellation = exchange.getVariable("cancellation", Cancellation.class);
                    cancellation.onCancel(() -> cancelled.complete(null));
                    exchange.getUnitOfWork().addSynchronization(new Ended(() -> ended.complete(null)));
                    begun.complete(cancellation);
                    cancelled.get();
                    exchange.getMessage().setBody(QueryDataResponse.getDefaultInstance());
                });
            }
        };
    }

    @Test
    void tellsTheRouteThatTheCallerIsGone() throws Exception {
        var call = DataGrpc.newFutureStub(channel).queryData(QueryDataRequest.getDefaultInstance());
        assertThat(begun.get(5, TimeUnit.SECONDS).isCancelled()).isFalse();

        call.cancel(true);

        await().until(() -> begun.get().isCancelled());
        ended.get(5, TimeUnit.SECONDS);
    }

    @Test
    void tellsTheRouteThatTheDeadlineHasPassed() throws Exception {
        assertThatThrownBy(() -> data().withDeadlineAfter(300, TimeUnit.MILLISECONDS)
                        .queryData(QueryDataRequest.getDefaultInstance()))
                .satisfies(failure ->
                        assertThat(Status.fromThrowable(failure).getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED));

        await().until(() -> begun.get(5, TimeUnit.SECONDS).isCancelled());
        ended.get(5, TimeUnit.SECONDS);
    }
}
