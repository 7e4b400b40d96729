// SPDX-License-Identifier: Apache-2.0
package io.dromedary.step;

import io.dromedary.datadog.Attempts;
import io.dromedary.datadog.DatadogCall;
import io.dromedary.tracing.Tracing;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.Policy;
import org.jspecify.annotations.Nullable;

/**
 * The steps inside are one attempt of a call; see {@link Attempts}. The headers of the message are as before when it is
 * over: what an attempt needs of them is its own.
 */
public final class CallAttemptsPolicy implements Policy {

    private final Attempts attempts;

    public CallAttemptsPolicy(Attempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public void beforeWrap(Route route, NamedNode definition) {}

    @Override
    public Processor wrap(Route route, Processor steps) {
        var tracing = route.getCamelContext().getRegistry().findSingleByType(Tracing.class);
        return tracing == null || !tracing.isOn()
                ? exchange -> run(exchange, call -> attempt(exchange, call, steps))
                : exchange -> traced(exchange, steps, tracing);
    }

    private void traced(Exchange exchange, Processor steps, Tracing tracing) {
        var span = new CallSpan(tracing, exchange);
        Throwable failure = null;
        try {
            run(exchange, call -> {
                try (var scope = span.attempt(call)) {
                    return attempt(exchange, call, steps);
                } finally {
                    span.answered(exchange);
                }
            });
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        } finally {
            span.end(failure);
        }
    }

    private void run(Exchange exchange, Attempts.Attempt attempt) {
        var request = CallVariables.request(exchange);
        var headers = exchange.getMessage().getHeaders();
        try {
            var value = attempts.run(
                    CallVariables.instance(exchange),
                    request,
                    CallVariables.cancellation(exchange),
                    CallVariables.insists(exchange),
                    attempt);
            exchange.getMessage().setBody(value);
        } finally {
            exchange.removeVariable(CallVariables.CALL);
            exchange.getMessage().setHeaders(headers);
        }
    }

    private static @Nullable Object attempt(Exchange exchange, DatadogCall call, Processor steps) throws Exception {
        exchange.setVariable(CallVariables.CALL, call);
        exchange.getMessage().setBody(call.request());
        steps.process(exchange);
        var failure = exchange.getException();
        if (failure != null) {
            exchange.setException(null);
            throw failure;
        }
        return exchange.getMessage().getBody();
    }
}
