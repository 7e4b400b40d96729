// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import io.dromedary.proto.pluginv2.DataGrpc;
import io.dromedary.proto.pluginv2.DiagnosticsGrpc;
import io.dromedary.proto.pluginv2.ResourceGrpc;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.spi.Registry;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Runs routes of the test class behind real gRPC on loopback. */
abstract class DoorTestSupport extends CamelTestSupport {

    static final String QUERY = "grpc-door:pluginv2.Data/QueryData";
    static final String RESOURCE = "grpc-door:pluginv2.Resource/CallResource";
    static final String HEALTH = "grpc-door:pluginv2.Diagnostics/CheckHealth";

    ManagedChannel channel;
    final CompletableFuture<InetSocketAddress> address = new CompletableFuture<>();

    @Override
    protected void bindToRegistry(Registry registry) {
        registry.bind("data", DataGrpc.getServiceDescriptor());
        registry.bind("resource", ResourceGrpc.getServiceDescriptor());
        registry.bind("diagnostics", DiagnosticsGrpc.getServiceDescriptor());
        registry.bind("started", (ServerStarted) address::complete);
    }

    @BeforeEach
    void connect() {
        channel = NettyChannelBuilder.forAddress(address.join())
                .usePlaintext()
                .maxInboundMessageSize(Integer.MAX_VALUE)
                .build();
    }

    @AfterEach
    void disconnect() throws InterruptedException {
        channel.shutdownNow();
        channel.awaitTermination(5, TimeUnit.SECONDS);
    }

    DataGrpc.DataBlockingStub data() {
        return DataGrpc.newBlockingStub(channel);
    }

    ResourceGrpc.ResourceBlockingStub resources() {
        return ResourceGrpc.newBlockingStub(channel);
    }

    DiagnosticsGrpc.DiagnosticsBlockingStub diagnostics() {
        return DiagnosticsGrpc.newBlockingStub(channel);
    }
}
