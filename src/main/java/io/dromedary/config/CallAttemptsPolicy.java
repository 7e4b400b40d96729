// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.datadog.Attempts;
import io.dromedary.datadog.DatadogCall;
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
final class CallAttemptsPolicy implements Policy {

    private final Attempts attempts;

    CallAttemptsPolicy(Attempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public void beforeWrap(Route route, NamedNode definition) {}

    @Override
    public Processor wrap(Route route, Processor steps) {
        return exchange -> run(exchange, steps);
    }

    private void run(Exchange exchange, Processor steps) {
        var request = CallVariables.request(exchange);
        var headers = exchange.getMessage().getHeaders();
        try {
            var value = attempts.run(
                    CallVariables.instance(exchange),
                    request,
                    CallVariables.cancellation(exchange),
                    call -> attempt(exchange, call, steps));
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
