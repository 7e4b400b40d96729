// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.call.Cancellation;
import io.dromedary.datadog.DatadogRequest;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.builder.ExchangeBuilder;

/**
 * What a call costs on this side: {@code direct:datadog-fetch} from eight threads against a socket that answers at
 * once. Run as a program; prints calls per second and the CPU time of the calling threads per call.
 */
public final class DatadogFetchBench {

    private static final int THREADS = 8;
    private static final int SECONDS = 5;
    private static final int ROUNDS = 4;

    private DatadogFetchBench() {}

    public static void main(String[] args) throws Exception {
        try (var server = new ServerSocket(0);
                var routes = new DatadogRoutes()) {
            serve(server);
            for (int round = 0; round < ROUNDS; round++) {
                round(routes, "http://127.0.0.1:" + server.getLocalPort());
            }
        }
        System.exit(0);
    }

    private static void round(DatadogRoutes routes, String url) throws InterruptedException {
        var instance = DatadogRoutes.instance(url);
        var template = routes.context().createProducerTemplate();
        var threads = ManagementFactory.getThreadMXBean();
        var calls = new AtomicLong();
        var cpu = new AtomicLong();
        var workers = Executors.newFixedThreadPool(THREADS);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        for (int i = 0; i < THREADS; i++) {
            workers.execute(() -> {
                long before = threads.getCurrentThreadCpuTime();
                long count = 0;
                while (System.nanoTime() < end) {
                    var body = "{\"n\":" + calls.get() + "." + count++
                            + Thread.currentThread().getName() + "}";
                    var exchange = ExchangeBuilder.anExchange(routes.context())
                            .withBody(DatadogRequest.post(
                                    "/api/v2/query/timeseries", body, in -> in.readAllBytes().length))
                            .build();
                    exchange.setVariable("instance", instance);
                    exchange.setVariable("cancellation", new Cancellation());
                    template.send("direct:datadog-fetch", exchange);
                    if (exchange.getException() != null) {
                        throw new IllegalStateException(exchange.getException());
                    }
                }
                calls.addAndGet(count);
                cpu.addAndGet(threads.getCurrentThreadCpuTime() - before);
            });
        }
        workers.shutdown();
        workers.awaitTermination(1, TimeUnit.MINUTES);
        System.out.printf("%d calls/s, %.3f ms CPU per call%n", calls.get() / SECONDS, cpu.get() / 1e6 / calls.get());
    }

    private static void serve(ServerSocket server) {
        var answer = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-RateLimit-Name: bench\r\n"
                        + "X-RateLimit-Limit: 1000000\r\nX-RateLimit-Period: 10\r\nX-RateLimit-Remaining: 999999\r\n"
                        + "X-RateLimit-Reset: 7\r\nContent-Length: 1000\r\n\r\n" + "x".repeat(1000))
                .getBytes(StandardCharsets.US_ASCII);
        var connections = Executors.newCachedThreadPool();
        connections.execute(() -> {
            while (true) {
                try {
                    var socket = server.accept();
                    socket.setTcpNoDelay(true);
                    connections.execute(() -> answer(socket, answer));
                } catch (java.io.IOException e) {
                    return;
                }
            }
        });
    }

    /** Each request comes in one piece, so one read is one request. */
    private static void answer(java.net.Socket socket, byte[] answer) {
        var buffer = new byte[16 * 1024];
        try (socket) {
            var in = socket.getInputStream();
            boolean ended = false;
            int seen = 0;
            while (!ended) {
                int read = in.read(buffer, seen, buffer.length - seen);
                ended = read < 0;
                seen += Math.max(read, 0);
                if (seen > 0 && buffer[seen - 1] == '}') {
                    socket.getOutputStream().write(answer);
                    seen = 0;
                }
            }
        } catch (java.io.IOException e) {
            return;
        }
    }
}
