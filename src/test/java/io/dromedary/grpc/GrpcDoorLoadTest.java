// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import io.dromedary.proto.pluginv2.DataGrpc;
import io.dromedary.proto.pluginv2.QueryDataRequest;
import io.dromedary.proto.pluginv2.QueryDataResponse;
import io.grpc.Status;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.Registry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GrpcDoorLoadTest extends DoorTestSupport {

    private static final int CALLS = 500;
    private static final int THREADS = 4;
    private static final int PLACES = 8;

    private final Semaphore waiting = new Semaphore(0);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final ExecutorService pool = Workers.pool(THREADS, PLACES);
    private volatile Executor executor = pool;

    @Override
    protected void bindToRegistry(Registry registry) {
        super.bindToRegistry(registry);
        registry.bind("workers", Executor.class, (Executor) task -> executor.execute(task));
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(QUERY).process(exchange -> {
                    waiting.release();
                    goOn.await();
                    exchange.getMessage().setBody(QueryDataResponse.getDefaultInstance());
                });
            }
        };
    }

    @AfterEach
    void stopPool() {
        goOn.countDown();
        pool.shutdownNow();
    }

    private List<ListenableFuture<QueryDataResponse>> call(int times) {
        var calls = new ArrayList<ListenableFuture<QueryDataResponse>>();
        for (int i = 0; i < times; i++) {
            calls.add(DataGrpc.newFutureStub(channel).queryData(QueryDataRequest.getDefaultInstance()));
        }
        return calls;
    }

    @Test
    void holdsNoPlatformThreadForAWaitingCall() throws Exception {
        var virtual = Workers.virtual();
        assumeThat(virtual).as("virtual threads").isPresent();
        executor = virtual.orElseThrow();
        int before = ManagementFactory.getThreadMXBean().getThreadCount();

        var calls = call(CALLS);

        assertThat(waiting.tryAcquire(CALLS, 30, TimeUnit.SECONDS)).isTrue();
        assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(before + 20);
        goOn.countDown();
        assertThat(Futures.allAsList(calls).get(30, TimeUnit.SECONDS)).hasSize(CALLS);
    }

    @Test
    void sendsCallersAwayWhenThePoolIsFull() throws Exception {
        var running = call(THREADS);
        assertThat(waiting.tryAcquire(THREADS, 5, TimeUnit.SECONDS)).isTrue();
        var queued = call(PLACES);

        // one connection keeps the order of calls
        assertThatThrownBy(() -> data().queryData(QueryDataRequest.getDefaultInstance()))
                .satisfies(failure ->
                        assertThat(Status.fromThrowable(failure).getCode()).isEqualTo(Status.Code.UNAVAILABLE))
                .hasMessageContaining("too busy");

        goOn.countDown();
        assertThat(Futures.allAsList(running).get(5, TimeUnit.SECONDS)).hasSize(THREADS);
        assertThat(Futures.allAsList(queued).get(5, TimeUnit.SECONDS)).hasSize(PLACES);
    }
}
