// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import io.grpc.MethodDescriptor;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/** One gRPC method: {@code grpc-door:package.Service/Method}. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "grpc-door",
        title = "gRPC door",
        syntax = "grpc-door:method",
        consumerOnly = true,
        category = {Category.RPC})
public final class GrpcDoorEndpoint extends DefaultEndpoint {

    @UriPath(description = "Full name of the method, package.Service/Method. Its ServiceDescriptor is in the registry.")
    @Metadata(required = true)
    private final MethodDescriptor<?, ?> method;

    private final GrpcDoorComponent component;

    GrpcDoorEndpoint(String uri, GrpcDoorComponent component, MethodDescriptor<?, ?> method) {
        super(uri, component);
        this.component = component;
        this.method = method;
        setExchangePattern(ExchangePattern.InOut);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        var consumer = new GrpcDoorConsumer(this, processor);
        configureConsumer(consumer);
        consumer.install();
        return consumer;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("grpc-door only answers calls; the grpc component makes them");
    }

    MethodDescriptor<?, ?> method() {
        return method;
    }

    GrpcDoorComponent component() {
        return component;
    }
}
