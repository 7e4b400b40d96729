// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.grpc.ServerStarted;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The whole of Dromedary with both doors open on free ports, for the tests of one class. */
final class RunningBundle implements BeforeAllCallback, AfterAllCallback {

    private final int httpPort = freePort();
    private final CompletableFuture<InetSocketAddress> grpc = new CompletableFuture<>();
    private final Main main;
    private ManagedChannel channel;

    /** @param properties unlike those in application.properties */
    RunningBundle(Map<String, String> properties) {
        main = new Bundle(".", Map.of()).main(true, true);
        main.bind("handshake", (ServerStarted) grpc::complete);
        main.addOverrideProperty("dromedary.http.port", String.valueOf(httpPort));
        properties.forEach(main::addOverrideProperty);
    }

    @Override
    public void beforeAll(ExtensionContext test) throws Exception {
        main.start();
        var address = grpc.get(30, TimeUnit.SECONDS);
        channel = NettyChannelBuilder.forAddress(address).usePlaintext().build();
    }

    @Override
    public void afterAll(ExtensionContext test) {
        channel.shutdownNow();
        main.stop();
    }

    ManagedChannel channel() {
        return channel;
    }

    CamelContext context() {
        return main.getCamelContext();
    }

    URI http(String path) {
        return URI.create("http://127.0.0.1:" + httpPort + path);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
