// SPDX-License-Identifier: Apache-2.0
package io.dromedary.tracing.otlp;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerCredentials;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCalls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Takes traces by the OpenTelemetry protocol, over gRPC and over HTTP, on free ports of this machine. Close it. */
public final class TraceReceiver implements AutoCloseable {

    private static final String SERVICE = "opentelemetry.proto.collector.trace.v1.TraceService";
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final List<SentSpan> spans = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private final Server grpc;
    private final HttpServer http;

    public TraceReceiver() throws IOException {
        this(0);
    }

    /** @param grpcPort 0 for any free one */
    public TraceReceiver(int grpcPort) throws IOException {
        this(grpcPort, InsecureServerCredentials.create(), server(null));
    }

    /** Takes traces over TLS, from senders that show a certificate which {@code tls} trusts. */
    public static TraceReceiver overTls(ServerCredentials credentials, SSLContext tls) throws IOException {
        return new TraceReceiver(0, credentials, server(tls));
    }

    private TraceReceiver(int grpcPort, ServerCredentials credentials, HttpServer server) throws IOException {
        http = server;
        var loopback = InetAddress.getLoopbackAddress();
        grpc = NettyServerBuilder.forAddress(new InetSocketAddress(loopback, grpcPort), credentials)
                .addService(ServerInterceptors.intercept(service(), new TokenReader()))
                .build()
                .start();
        http.createContext("/v1/traces", this::take);
        http.start();
    }

    private static HttpServer server(@Nullable SSLContext tls) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        if (tls == null) {
            return HttpServer.create(address, 0);
        }
        var server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                var wanted = tls.getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        return server;
    }

    /** Returns {@code host:port}, as Grafana names it. */
    public String address() {
        return "127.0.0.1:" + grpc.getPort();
    }

    public String httpAddress() {
        return (http instanceof HttpsServer ? "https" : "http") + "://127.0.0.1:"
                + http.getAddress().getPort();
    }

    public List<SentSpan> spans() {
        return spans;
    }

    /** Returns the values of the header authorization. */
    public List<String> tokens() {
        return tokens;
    }

    /** Waits for a span. */
    public SentSpan span(Predicate<SentSpan> wanted) {
        await().atMost(LONGEST).until(() -> spans.stream().anyMatch(wanted));
        return spans.stream().filter(wanted).findFirst().orElseThrow();
    }

    /** Waits for a span of that name in a trace. */
    public SentSpan span(String traceId, String name) {
        return span(span -> span.traceId().equals(traceId) && span.name().equals(name));
    }

    private ServerServiceDefinition service() {
        var bytes = new ByteMarshaller();
        var method = MethodDescriptor.newBuilder(bytes, bytes)
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(SERVICE + "/Export")
                .build();
        return ServerServiceDefinition.builder(SERVICE)
                .addMethod(method, ServerCalls.asyncUnaryCall((request, reply) -> {
                    add(request);
                    reply.onNext(new byte[0]);
                    reply.onCompleted();
                }))
                .build();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            add(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void add(byte[] request) {
        try {
            spans.addAll(SentSpan.read(request));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        grpc.shutdownNow();
        http.stop(0);
    }

    private final class TokenReader implements ServerInterceptor {
        @Override
        public <Q, R> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
            tokens.add(String.valueOf(headers.get(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER))));
            return next.startCall(call, headers);
        }
    }
}
