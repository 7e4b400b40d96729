// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import io.grpc.BindableService;
import io.grpc.HandlerRegistry;
import io.grpc.Server;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The running server: HTTP/2, plaintext unless it has keys, the doors, the standard health service and whatever
 * services were bound.
 */
final class DoorServer {

    /** The name go-plugin's health checks use. */
    static final String PLUGIN_HEALTH = "plugin";

    private static final long STOP_MILLIS = 200;

    /** Has nothing but the stacks of messages that are too large; the JDK forgets its level when nobody holds it. */
    private static final Logger STRANGERS = Logger.getLogger("io.grpc.netty.NettyServerStream");

    /**
     * Where and how to listen.
     *
     * @param address port 0 is any free one
     * @param maxMessageSize longest request, bytes
     * @param maxMetadataSize most metadata of a request, bytes
     * @param eventLoops threads that read and write; one connection never uses more than one
     * @param tls null for plaintext
     */
    record Settings(
            InetSocketAddress address,
            int maxMessageSize,
            int maxMetadataSize,
            int eventLoops,
            @Nullable SslContext tls) {

        /** 16 MiB, what Grafana may send, and some room for what is around it. */
        static final int MAX_MESSAGE_SIZE = 17 << 20;

        static final int MAX_METADATA_SIZE = 1 << 20;

        /** Returns what fits Grafana. */
        static Settings at(InetSocketAddress address) {
            return new Settings(address, MAX_MESSAGE_SIZE, MAX_METADATA_SIZE, 1, null);
        }
    }

    private final Server server;
    private final EventLoopGroup eventLoops;
    private final HealthStatusManager health;

    private DoorServer(Server server, EventLoopGroup eventLoops, HealthStatusManager health) {
        this.server = server;
        this.eventLoops = eventLoops;
        this.health = health;
    }

    static DoorServer start(Settings settings, HandlerRegistry doors, Collection<BindableService> services)
            throws IOException {
        STRANGERS.setLevel(Level.SEVERE);
        var health = new HealthStatusManager();
        health.setStatus(HealthStatusManager.SERVICE_NAME_ALL_SERVICES, ServingStatus.SERVING);
        health.setStatus(PLUGIN_HEALTH, ServingStatus.SERVING);
        var eventLoops = new NioEventLoopGroup(settings.eventLoops(), new DefaultThreadFactory("grpc-door", true));
        var builder = NettyServerBuilder.forAddress(settings.address())
                .channelType(NioServerSocketChannel.class)
                .bossEventLoopGroup(eventLoops)
                .workerEventLoopGroup(eventLoops)
                // a door's callbacks only hand over to the workers
                .directExecutor()
                .maxInboundMessageSize(settings.maxMessageSize())
                .maxInboundMetadataSize(settings.maxMetadataSize())
                .fallbackHandlerRegistry(doors)
                .addService(health.getHealthService());
        services.forEach(builder::addService);
        if (settings.tls() != null) {
            builder.sslContext(settings.tls());
        }
        try {
            return new DoorServer(builder.build().start(), eventLoops, health);
        } catch (IOException | RuntimeException e) {
            var unused = eventLoops.shutdownGracefully(0, STOP_MILLIS, TimeUnit.MILLISECONDS);
            throw e;
        }
    }

    InetSocketAddress address() {
        return (InetSocketAddress) server.getListenSockets().get(0);
    }

    /** Runs a task that does not block, unless the server was stopped before. */
    void after(Duration wait, Runnable task) {
        var unused = eventLoops.schedule(task, wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Lets health checks know that this server is about to go. */
    void leave() {
        health.enterTerminalState();
    }

    /** Closes the socket; calls still in flight are cancelled. */
    void stop() throws InterruptedException {
        server.shutdown();
        if (!server.awaitTermination(STOP_MILLIS / 4, TimeUnit.MILLISECONDS)) {
            server.shutdownNow();
            server.awaitTermination(STOP_MILLIS, TimeUnit.MILLISECONDS);
        }
        // waited for, as a JVM spends 0.3 s of its end on threads that are in native code
        eventLoops.shutdownGracefully(0, STOP_MILLIS, TimeUnit.MILLISECONDS).await(STOP_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Cancels the calls in flight. */
    void cancelCalls() {
        server.shutdownNow();
    }
}
