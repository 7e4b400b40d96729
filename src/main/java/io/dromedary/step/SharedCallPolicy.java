// SPDX-License-Identifier: Apache-2.0
package io.dromedary.step;

import io.dromedary.datadog.Flight;
import io.dromedary.datadog.SingleFlight;
import io.dromedary.datadog.SingleFlight.Outcome;
import io.dromedary.tracing.CurrentSpan;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.Policy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/** The steps inside run once for identical requests that are wanted at the same time; see {@link SingleFlight}. */
public final class SharedCallPolicy implements Policy {

    private final SingleFlight flights;
    private final Executor workers;
    private final Function<Exchange, Object> key;

    /** Shares calls by the {@code DatadogRequest} in the body. */
    public SharedCallPolicy(SingleFlight flights, Executor workers) {
        this(
                flights,
                workers,
                exchange -> SingleFlight.Key.of(CallVariables.instance(exchange), CallVariables.request(exchange)));
    }

    /**
     * @param workers those who waited go on here: the one who led must not do their work as well
     * @param key what makes two exchanges want the same
     */
    public SharedCallPolicy(SingleFlight flights, Executor workers, Function<Exchange, Object> key) {
        this.flights = flights;
        this.workers = workers;
        this.key = key;
    }

    @Override
    public void beforeWrap(Route route, NamedNode definition) {}

    @Override
    public Processor wrap(Route route, Processor steps) {
        return new DelegateAsyncProcessor(steps) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                return board(exchange, callback, super::process);
            }
        };
    }

    /** The rest of the route, as Camel's asynchronous processors have it. */
    private interface Steps {
        boolean process(Exchange exchange, AsyncCallback callback);
    }

    private boolean board(Exchange exchange, AsyncCallback callback, Steps steps) {
        Flight flight;
        try {
            flight = flights.board(
                    key.apply(exchange),
                    CallVariables.cancellation(exchange),
                    outcome -> workers.execute(() -> resume(exchange, outcome, callback)));
        } catch (RuntimeException e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        return flight != null && lead(flight, exchange, callback, steps);
    }

    /** The call ends when nobody wants it any more, not when its leader's caller goes away. */
    private static boolean lead(Flight flight, Exchange exchange, AsyncCallback callback, Steps steps) {
        var own = exchange.getVariable(CallVariables.CANCELLATION);
        exchange.setVariable(CallVariables.CANCELLATION, flight.cancellation());
        return steps.process(exchange, doneSync -> {
            exchange.setVariable(CallVariables.CANCELLATION, own);
            flight.land(new Outcome(exchange.getMessage().getBody(), exchange.getException()));
            callback.done(doneSync);
        });
    }

    /** The one who led may have worked for another trace. */
    private static void resume(Exchange exchange, Outcome outcome, AsyncCallback callback) {
        if (outcome.failure() == null) {
            exchange.getMessage().setBody(outcome.value());
        } else {
            exchange.setException(outcome.failure());
        }
        var span = CallVariables.span(exchange);
        span.event("call shared");
        try (var scope = CurrentSpan.enter(span)) {
            callback.done(false);
        }
    }
}
