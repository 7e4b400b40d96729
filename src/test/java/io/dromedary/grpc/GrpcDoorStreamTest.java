// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.dromedary.call.Cancellation;
import io.dromedary.proto.pluginv2.CallResourceRequest;
import io.dromedary.proto.pluginv2.CallResourceResponse;
import io.dromedary.proto.pluginv2.ResourceGrpc;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

class GrpcDoorStreamTest extends DoorTestSupport {

    private static final int MESSAGES = 200;
    private static final ByteString CHUNK = ByteString.copyFrom(new byte[256 << 10]);

    private final AtomicInteger made = new AtomicInteger();
    private final CompletableFuture<Cancellation> cancellation = new CompletableFuture<>();
    private final CountDownLatch done = new CountDownLatch(1);

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(RESOURCE).process(exchange -> {
                    cancellation.complete(exchange.getVariable("cancellation", Cancellation.class));
                    exchange.getUnitOfWork().addSynchronization(new Ended(done::countDown));
                    exchange.getMessage()
                            .setBody(IntStream.range(0, MESSAGES)
                                    .mapToObj(GrpcDoorStreamTest.this::message)
                                    .iterator());
                });
            }
        };
    }

    private CallResourceResponse message(int number) {
        made.incrementAndGet();
        return CallResourceResponse.newBuilder().setCode(number).setBody(CHUNK).build();
    }

    @Test
    void makesNoMoreMessagesThanASlowReaderTakes() throws Exception {
        var reader = read();
        reader.take(1);
        await().until(() -> reader.taken.get() == 1);
        // what the windows of both sides hold: far less than the 50 MiB of all messages
        await().during(200, TimeUnit.MILLISECONDS).until(() -> made.get() < MESSAGES / 4);
        assertThat(done.getCount()).isOne();

        reader.take(MESSAGES);

        reader.completed.get(30, TimeUnit.SECONDS);
        assertThat(reader.taken).hasValue(MESSAGES);
        assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void endsTheExchangeWhenTheReaderGoesAway() throws Exception {
        var reader = read();
        reader.take(1);
        await().until(() -> reader.taken.get() == 1);

        reader.call.join().cancel("seen enough", null);

        assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
        await().until(() -> cancellation.get().isCancelled());
        assertThat(made.get()).isLessThan(MESSAGES / 4);
    }

    private Reader read() {
        var reader = new Reader();
        ResourceGrpc.newStub(channel).callResource(CallResourceRequest.getDefaultInstance(), reader);
        return reader;
    }

    private static final class Reader implements ClientResponseObserver<CallResourceRequest, CallResourceResponse> {

        private final AtomicInteger taken = new AtomicInteger();
        private final CompletableFuture<Void> completed = new CompletableFuture<>();
        private final CompletableFuture<ClientCallStreamObserver<CallResourceRequest>> call = new CompletableFuture<>();

        @Override
        public void beforeStart(ClientCallStreamObserver<CallResourceRequest> requests) {
            requests.disableAutoRequestWithInitial(0);
            call.complete(requests);
        }

        void take(int messages) {
            call.join().request(messages);
        }

        @Override
        public void onNext(CallResourceResponse message) {
            assertThat(message.getCode()).isEqualTo(taken.get());
            taken.incrementAndGet();
        }

        @Override
        public void onError(Throwable failure) {
            completed.completeExceptionally(failure);
        }

        @Override
        public void onCompleted() {
            completed.complete(null);
        }
    }
}
