// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.dromedary.call.Arrivals;
import io.dromedary.proto.pluginv2.CallResourceRequest;
import io.dromedary.proto.pluginv2.CallResourceResponse;
import io.grpc.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers that come over time, from a door with a single thread, as on a JVM without virtual threads. */
@Timeout(30)
class GrpcDoorArrivalsTest extends DoorTestSupport {

    private static final int CALLERS = 5;

    private final AtomicInteger closed = new AtomicInteger();

    @Override
    protected void bindToRegistry(Registry registry) {
        super.bindToRegistry(registry);
        registry.bind("workers", Workers.pool(1, 100));
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(RESOURCE).process(exchange -> exchange.getMessage().setBody(new Ticks()));
            }
        };
    }

    /** A message each 20 ms. */
    private final class Ticks implements Arrivals<CallResourceResponse> {

        private long due = System.nanoTime();
        private int count;

        @Override
        public Duration pause() {
            return Duration.ofNanos(Math.max(0, due - System.nanoTime()));
        }

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public CallResourceResponse next() {
            due = System.nanoTime() + Duration.ofMillis(20).toNanos();
            return CallResourceResponse.newBuilder()
                    .setCode(++count)
                    .setBody(ByteString.copyFrom("tick", UTF_8))
                    .build();
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    @Test
    void sharesOneThreadAmongAnswersThatWait() throws Exception {
        var context = Context.current().withCancellation();
        context.call(() -> {
            var callers = new ArrayList<Iterator<CallResourceResponse>>();
            for (var i = 0; i < CALLERS; i++) {
                callers.add(resources().callResource(CallResourceRequest.getDefaultInstance()));
            }
            for (var code = 1; code <= 3; code++) {
                for (var caller : callers) {
                    assertThat(caller.next().getCode()).isEqualTo(code);
                }
            }
            return null;
        });
        assertThat(closed).hasValue(0);

        context.cancel(null);

        await().untilAsserted(() -> assertThat(closed).hasValue(CALLERS));
    }
}
