// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.ServerCalls;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Lets the calls of one method in while its route runs and refuses them otherwise. Thread-safe.
 *
 * @param <Q> request message
 * @param <R> response message
 */
final class Door<Q, R> implements ServerCallHandler<Q, R> {

    /** Takes one call. Runs on an event loop: it must not block, and sets the handlers of {@code reply} at once. */
    interface Visitor<Q, R> {
        void visit(Q request, Metadata metadata, ServerCallStreamObserver<R> reply);
    }

    static final Status CLOSED =
            Status.UNAVAILABLE.withDescription("Dromedary is starting or stopping; try again in a moment");

    private static final Status NO_MESSAGE =
            Status.INVALID_ARGUMENT.withDescription("The message is not what this method takes");

    private final MethodDescriptor<Q, R> method;
    private final Visitor<Q, R> visitor;
    private final CallsInFlight calls = new CallsInFlight();

    Door(MethodDescriptor<Q, R> method, Visitor<Q, R> visitor) {
        this.method = method;
        this.visitor = visitor;
    }

    CallsInFlight calls() {
        return calls;
    }

    /** Returns the method as its service describes it, for those who only look. */
    ServerMethodDefinition<Q, R> described() {
        return ServerMethodDefinition.create(method, this);
    }

    /** Returns the method as it is called. */
    ServerMethodDefinition<Q, R> definition() {
        var lenient = method.toBuilder(new Lenient<>(method.getRequestMarshaller()), method.getResponseMarshaller())
                .build();
        return ServerMethodDefinition.create(lenient, this);
    }

    @Override
    public ServerCall.Listener<Q> startCall(ServerCall<Q, R> call, Metadata metadata) {
        if (!calls.enter()) {
            call.close(CLOSED, new Metadata());
            return new ServerCall.Listener<>() {};
        }
        // the one with a single request and any number of replies also serves methods with a single reply
        ServerCallHandler<Q, R> handler = ServerCalls.asyncServerStreamingCall(
                (request, reply) -> visitor.visit(request, metadata, (ServerCallStreamObserver<R>) reply));
        return new Counted<>(handler.startCall(call, metadata), call, calls);
    }

    /** Makes null of what is no message: gRPC would log each with its stack, before anybody asked for a token. */
    private record Lenient<Q>(Marshaller<Q> marshaller) implements Marshaller<Q> {

        @Override
        public InputStream stream(Q message) {
            return marshaller.stream(message);
        }

        @Override
        public @Nullable Q parse(InputStream stream) {
            try {
                return marshaller.parse(stream);
            } catch (StatusRuntimeException malformed) {
                return null;
            }
        }
    }

    /** A call is over when its last byte was handed to the network, not when its answer is known. */
    private static final class Counted<Q> extends SimpleForwardingServerCallListener<Q> {

        private final ServerCall<Q, ?> call;
        private final CallsInFlight calls;
        private boolean malformed;

        Counted(ServerCall.Listener<Q> listener, ServerCall<Q, ?> call, CallsInFlight calls) {
            super(listener);
            this.call = call;
            this.calls = calls;
        }

        @Override
        public void onMessage(@Nullable Q message) {
            if (message != null) {
                super.onMessage(message);
            } else if (!malformed) {
                malformed = true;
                call.close(NO_MESSAGE, new Metadata());
            }
        }

        /** Begins the answer, unless there is one already. */
        @Override
        public void onHalfClose() {
            if (!malformed) {
                super.onHalfClose();
            }
        }

        @Override
        public void onComplete() {
            calls.leave();
            super.onComplete();
        }

        @Override
        public void onCancel() {
            calls.leave();
            super.onCancel();
        }
    }
}
