// SPDX-License-Identifier: Apache-2.0
package io.dromedary.step;

import io.dromedary.call.Failure;
import io.dromedary.datadog.DatadogCall;
import io.dromedary.tracing.CurrentSpan;
import io.dromedary.tracing.Span;
import io.dromedary.tracing.Tracing;
import java.net.URI;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpConstants;
import org.jspecify.annotations.Nullable;

/**
 * The span of a call to Datadog, all its attempts and the waits between them included, with what OpenTelemetry's
 * conventions for HTTP clients say of it. It begins with the first attempt: a call that is refused before has none.
 * Used by one thread.
 */
final class CallSpan {

    private final Tracing tracing;
    private final Span parent;
    private Span span = Span.NONE;
    private int attempts;

    CallSpan(Tracing tracing, Exchange exchange) {
        this.tracing = tracing;
        parent = CallVariables.span(exchange);
    }

    CurrentSpan.Scope attempt(DatadogCall call) {
        attempts++;
        if (attempts == 1) {
            span = tracing.client(parent, call.template());
            if (span.isRecorded()) {
                describe(call);
            }
        } else {
            span.event("retry");
            span.set("http.request.resend_count", attempts - 1);
        }
        return CurrentSpan.enter(span);
    }

    private void describe(DatadogCall call) {
        var method = call.request().method().name();
        var settings = call.instance().settings();
        span.set("http.request.method", method);
        span.set("url.template", call.template().substring(method.length() + 1));
        span.set("dromedary.instance", call.instance().name());
        span.set("server.address", settings.sandbox() ? "sandbox" : host(settings.apiUrl()));
    }

    private static String host(URI address) {
        var host = address.getHost();
        return host == null ? "unknown" : host;
    }

    /** Notes what came back; without an answer there is no status. */
    void answered(Exchange exchange) {
        var status = exchange.getMessage().getHeader(HttpConstants.HTTP_RESPONSE_CODE);
        if (status instanceof Integer code && span.isRecorded()) {
            span.set("http.response.status_code", code);
        }
    }

    void end(@Nullable Throwable failure) {
        if (failure != null) {
            span.fail(String.valueOf(Failure.of(failure).status()));
        }
        span.end();
    }
}
