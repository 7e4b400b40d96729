// SPDX-License-Identifier: Apache-2.0
package io.dromedary.plugin;

import io.dromedary.proto.goplugin.Empty;
import io.dromedary.proto.goplugin.GRPCControllerGrpc;
import io.grpc.stub.StreamObserver;

/** The service by which Grafana asks this process to end. */
final class Controller extends GRPCControllerGrpc.GRPCControllerImplBase {

    private final Runnable shutdown;

    /** @param shutdown must return at once */
    Controller(Runnable shutdown) {
        this.shutdown = shutdown;
    }

    @Override
    public void shutdown(Empty request, StreamObserver<Empty> reply) {
        reply.onNext(Empty.getDefaultInstance());
        reply.onCompleted();
        shutdown.run();
    }
}
