// SPDX-License-Identifier: Apache-2.0
package io.dromedary.tracing.otlp;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.GrpcResponse;
import io.opentelemetry.sdk.common.export.GrpcSender;
import io.opentelemetry.sdk.common.export.GrpcSenderConfig;
import io.opentelemetry.sdk.common.export.GrpcStatusCode;
import io.opentelemetry.sdk.common.export.MessageWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Carries OpenTelemetry's batches over a gRPC channel. Connects when the first one comes; holds no thread. */
final class ChannelSender implements GrpcSender {

    private final GrpcSenderConfig config;
    private final ManagedChannel channel;
    private final MethodDescriptor<byte[], byte[]> method;

    /** @param tls taken where the endpoint is https */
    ChannelSender(GrpcSenderConfig config, TlsFiles tls) {
        this.config = config;
        var endpoint = config.getEndpoint();
        var credentials = endpoint.getScheme().equalsIgnoreCase("https")
                ? tls.credentials()
                : InsecureChannelCredentials.create();
        channel = Grpc.newChannelBuilderForAddress(endpoint.getHost(), endpoint.getPort(), credentials)
                .directExecutor()
                .disableServiceConfigLookUp()
                .build();
        var asTheyAre = new ByteMarshaller();
        method = MethodDescriptor.newBuilder(asTheyAre, asTheyAre)
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(config.getFullMethodName())
                .build();
    }

    @Override
    public void send(MessageWriter message, Consumer<GrpcResponse> onResponse, Consumer<Throwable> onError) {
        byte[] bytes;
        try {
            var out = new ByteArrayOutputStream(message.getContentLength());
            message.writeMessage(out);
            bytes = out.toByteArray();
        } catch (IOException e) {
            onError.accept(e);
            return;
        }
        var options = CallOptions.DEFAULT.withDeadlineAfter(config.getTimeout().toMillis(), TimeUnit.MILLISECONDS);
        ClientCalls.asyncUnaryCall(withHeaders().newCall(method, options), bytes, new Answer(onResponse, onError));
    }

    private Channel withHeaders() {
        var metadata = new Metadata();
        config.getHeadersSupplier()
                .get()
                .forEach((name, values) -> values.forEach(
                        value -> metadata.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value)));
        return ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(metadata));
    }

    @Override
    public CompletableResultCode shutdown() {
        channel.shutdown();
        return CompletableResultCode.ofSuccess();
    }

    /** Hands the end of a call over. */
    private static final class Answer implements StreamObserver<byte[]> {

        private final Consumer<GrpcResponse> onResponse;
        private final Consumer<Throwable> onError;
        private byte[] message = {};

        Answer(Consumer<GrpcResponse> onResponse, Consumer<Throwable> onError) {
            this.onResponse = onResponse;
            this.onError = onError;
        }

        @Override
        public void onNext(byte[] reply) {
            message = reply;
        }

        @Override
        public void onCompleted() {
            onResponse.accept(new Response(Status.OK, message));
        }

        @Override
        public void onError(Throwable failure) {
            if (failure instanceof StatusRuntimeException refused && refused.getCause() == null) {
                onResponse.accept(new Response(refused.getStatus(), message));
            } else {
                onError.accept(failure);
            }
        }
    }

    private record Response(Status status, byte[] message) implements GrpcResponse {

        @Override
        public GrpcStatusCode getStatusCode() {
            return GrpcStatusCode.fromValue(status.getCode().value());
        }

        @Override
        public @Nullable String getStatusDescription() {
            return status.getDescription();
        }

        @Override
        public byte[] getResponseMessage() {
            return message;
        }
    }
}
