// SPDX-License-Identifier: Apache-2.0
package io.dromedary.step;

import io.dromedary.call.Cancellation;
import io.dromedary.datadog.DatadogCall;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.instance.Instance;
import io.dromedary.tracing.Span;
import java.util.Objects;
import org.apache.camel.Exchange;

/** The variables and the body of an exchange on its way through {@code routes/datadog}. */
final class CallVariables {

    /** The {@link DatadogCall} that is being made; inside {@code datadog-call} only. */
    static final String CALL = "call";

    static final String CANCELLATION = "cancellation";

    /** The {@link Span} that the exchange works for, absent outside of any trace. */
    static final String SPAN = "span";

    /** Whether calls are made even where those before did not reach Datadog; absent for no. */
    static final String INSISTS = "insists";

    private static final String INSTANCE = "instance";

    private CallVariables() {}

    static Instance instance(Exchange exchange) {
        return Objects.requireNonNull(exchange.getVariable(INSTANCE, Instance.class), "variable instance");
    }

    /** Returns the caller's cancellation, or one that never comes where there is no caller who could go away. */
    static Cancellation cancellation(Exchange exchange) {
        var cancellation = exchange.getVariable(CANCELLATION, Cancellation.class);
        return cancellation == null ? new Cancellation() : cancellation;
    }

    static boolean insists(Exchange exchange) {
        return exchange.getVariable(INSISTS) != null;
    }

    static Span span(Exchange exchange) {
        return exchange.getVariable(SPAN) instanceof Span span ? span : Span.NONE;
    }

    /** Makes what follows on this exchange work for {@code span}. */
    static void span(Exchange exchange, Span span) {
        if (span != Span.NONE) {
            exchange.setVariable(SPAN, span);
        }
    }

    static DatadogCall call(Exchange exchange) {
        return Objects.requireNonNull(exchange.getVariable(CALL, DatadogCall.class), "variable call");
    }

    static DatadogRequest<?> request(Exchange exchange) {
        if (exchange.getMessage().getBody() instanceof DatadogRequest<?> request) {
            return request;
        }
        throw new IllegalArgumentException("the body is no DatadogRequest");
    }
}
