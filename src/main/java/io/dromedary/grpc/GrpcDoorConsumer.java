// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.Suspendable;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.DefaultConsumer;

/** Takes the calls of one gRPC method into a route. The server is the component's. */
final class GrpcDoorConsumer extends DefaultConsumer implements ShutdownAware, Suspendable {

    /** Exchange variable: ASCII metadata of the call, {@code Map<String, String>}. */
    static final String METADATA = "metadata";

    /** Exchange variable: {@link io.dromedary.call.Cancellation}. Its listeners share one thread with other calls'. */
    static final String CANCELLATION = "cancellation";

    /** Exchange variable: {@link io.dromedary.tracing.Span}, absent for a call of no trace. */
    static final String SPAN = "span";

    private final GrpcDoorComponent component;
    private final MethodDescriptor<?, ?> method;
    private final Door<?, ?> door;

    GrpcDoorConsumer(GrpcDoorEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        component = endpoint.component();
        method = endpoint.method();
        door = door(method);
    }

    private <Q, R> Door<Q, R> door(MethodDescriptor<Q, R> method) {
        Class<R> responseType = responseType(method);
        return new Door<>(
                method,
                (request, metadata, caller) -> new DoorCall<>(this, responseType, caller).begin(request, metadata));
    }

    @SuppressWarnings("unchecked")
    private static <R> Class<R> responseType(MethodDescriptor<?, R> method) {
        if (method.getResponseMarshaller() instanceof PrototypeMarshaller<R> marshaller
                && marshaller.getMessagePrototype() != null) {
            return (Class<R>) marshaller.getMessagePrototype().getClass();
        }
        throw new IllegalArgumentException(method.getFullMethodName() + " is not described by protobuf");
    }

    GrpcDoorComponent component() {
        return component;
    }

    /** Returns the full name, {@code package.Service/Method}. */
    String method() {
        return method.getFullMethodName();
    }

    /** Returns whether more than one message may be answered. */
    boolean sendsMany() {
        return !method.getType().serverSendsOneMessage();
    }

    /** Makes the method known, also while the route does not run. */
    void install() {
        component.doors().put(method(), door);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        // again, as a route that was replaced by another one may be started once more
        install();
        door.calls().open();
    }

    @Override
    protected void doSuspend() {
        door.calls().close();
    }

    @Override
    protected void doResume() {
        door.calls().open();
    }

    @Override
    protected void doStop() throws Exception {
        door.calls().close();
        super.doStop();
    }

    /** The first thing a graceful stop of the route does: whoever calls now is sent away, so the calls run dry. */
    @Override
    public boolean deferShutdown(ShutdownRunningTask shutdownRunningTask) {
        door.calls().close();
        return true;
    }

    /**
     * Returns every call in flight. Camel itself sees only those in the route: not those that wait for a worker, nor
     * those whose answer is being written.
     */
    @Override
    public int getPendingExchangesSize() {
        return door.calls().count();
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        door.calls().close();
    }
}
