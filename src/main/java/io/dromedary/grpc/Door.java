// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.ServerCalls;

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

    ServerMethodDefinition<Q, R> definition() {
        return ServerMethodDefinition.create(method, this);
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
        return new Counted<>(handler.startCall(call, metadata), calls);
    }

    /** A call is over when its last byte was handed to the network, not when its answer is known. */
    private static final class Counted<Q> extends SimpleForwardingServerCallListener<Q> {

        private final CallsInFlight calls;

        Counted(ServerCall.Listener<Q> listener, CallsInFlight calls) {
            super(listener);
            this.calls = calls;
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
