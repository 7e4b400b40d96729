// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import io.dromedary.call.Cancellation;
import io.dromedary.tracing.CurrentSpan;
import io.dromedary.tracing.Span;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.Iterator;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call, from its request to the end of its answer. It holds a thread only while the route itself works on one.
 *
 * @param <R> response message
 */
final class DoorCall<R> {

    private static final Logger LOG = LoggerFactory.getLogger(DoorCall.class);

    private static final Status BUSY =
            Status.UNAVAILABLE.withDescription("Dromedary is too busy to take this call; try again in a moment");

    private final GrpcDoorConsumer consumer;
    private final Class<R> responseType;
    private final ServerCallStreamObserver<R> caller;
    private final Cancellation cancellation = new Cancellation();
    private volatile @Nullable Reply<R> reply;
    private Span span = Span.NONE;

    DoorCall(GrpcDoorConsumer consumer, Class<R> responseType, ServerCallStreamObserver<R> caller) {
        this.consumer = consumer;
        this.responseType = responseType;
        this.caller = caller;
    }

    /** Runs on an event loop, so it only hands the call over to a worker. */
    void begin(Object request, Metadata metadata) {
        caller.setOnCancelHandler(this::cancel);
        caller.setOnReadyHandler(this::wake);
        try {
            consumer.component().threads().workers().execute(() -> process(request, metadata));
        } catch (RejectedExecutionException e) {
            caller.onError(BUSY.asRuntimeException());
        }
    }

    /** Whoever listens may be slow to let go, and an event loop serves other calls too. */
    private void cancel() {
        consumer.component().threads().canceller().execute(cancellation::cancel);
        wake();
    }

    private void wake() {
        var sending = reply;
        if (sending != null) {
            sending.wake();
        }
    }

    private void process(Object request, Metadata metadata) {
        if (caller.isCancelled()) {
            return;
        }
        var exchange = consumer.createExchange(false);
        var sent = AsciiMetadata.of(metadata);
        exchange.getIn().setBody(request);
        exchange.setVariable(GrpcDoorConsumer.METADATA, sent);
        exchange.setVariable(GrpcDoorConsumer.CANCELLATION, cancellation);
        span = consumer.component().traces().begin(consumer.method(), request, sent);
        if (span != Span.NONE) {
            exchange.setVariable(GrpcDoorConsumer.SPAN, span);
        }
        try (var scope = CurrentSpan.enter(span)) {
            process(exchange);
        }
    }

    private void process(Exchange exchange) {
        try {
            consumer.createUoW(exchange);
        } catch (Exception e) {
            end(exchange, e);
            return;
        }
        consumer.getAsyncProcessor().process(exchange, doneSync -> answer(exchange));
    }

    private void answer(Exchange exchange) {
        Throwable failure = exchange.getException();
        if (failure == null) {
            try {
                send(exchange, exchange.getMessage().getBody());
                return;
            } catch (RuntimeException | Error e) {
                failure = e;
            }
        }
        end(exchange, failure);
    }

    private void send(Exchange exchange, @Nullable Object body) {
        if (responseType.isInstance(body)) {
            caller.onNext(responseType.cast(body));
            end(exchange, null);
            return;
        }
        var sending = new Reply<>(
                caller,
                responseType,
                messages(body),
                consumer.component().threads().workers(),
                failure -> end(exchange, failure));
        reply = sending;
        sending.start();
    }

    private Iterator<?> messages(@Nullable Object body) {
        if (consumer.sendsMany() && body instanceof Iterable<?> many) {
            return many.iterator();
        }
        if (consumer.sendsMany() && body instanceof Iterator<?> many) {
            return many;
        }
        throw new IllegalStateException("Route " + consumer.getRouteId() + " must leave a "
                + responseType.getSimpleName() + " but left "
                + (body == null ? "nothing" : body.getClass().getName()));
    }

    private void end(Exchange exchange, @Nullable Throwable failure) {
        try (var scope = CurrentSpan.enter(span)) {
            if (failure == null) {
                told(Status.OK);
                caller.onCompleted();
            } else {
                log(exchange, failure);
                var status = Statuses.of(failure);
                told(status.getStatus());
                caller.onError(status);
            }
        } catch (RuntimeException e) {
            // a message that could not be written has closed the call already
            LOG.debug("{} was over already", consumer.method(), e);
        } finally {
            consumer.doneUoW(exchange);
            consumer.releaseExchange(exchange, false);
        }
    }

    private void told(Status status) {
        LOG.debug("{} gave {}", consumer.method(), status.getCode());
        CallTraces.end(span, status);
    }

    /** Camel's error handler logs what it gives up on, so only what no error handler has seen is logged here. */
    private void log(Exchange exchange, Throwable failure) {
        boolean logged = exchange.getExchangeExtension().isRedeliveryExhausted();
        if (logged || caller.isCancelled() || !Statuses.hides(failure)) {
            LOG.debug("{} failed", consumer.method(), failure);
        } else {
            LOG.error("{} failed", consumer.method(), failure);
        }
    }
}
