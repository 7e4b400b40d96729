// SPDX-License-Identifier: Apache-2.0
package io.dromedary.step;

import io.dromedary.http.FrontDoor;
import io.dromedary.tracing.CurrentSpan;
import io.dromedary.tracing.Span;
import io.vertx.core.http.HttpServerRequest;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.vertx.HttpMessage;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the routes of the API need from an HTTP request, and leaves no header to go on or back. Camel's headers
 * are not asked: they mix in the parameters of the address.
 */
public final class HttpAcceptance implements Processor {

    private final FrontDoor door;

    public HttpAcceptance(FrontDoor door) {
        this.door = door;
    }

    @Override
    public void process(Exchange exchange) {
        var message = exchange.getMessage();
        var request = message instanceof HttpMessage http ? http.getRequest() : null;
        var call = door.call(request);
        follow(call.span(), exchange);
        exchange.setVariable("requestId", call.id());
        exchange.setVariable(CallVariables.CANCELLATION, call.cancellation());
        exchange.setVariable("accept", header(request, "Accept"));
        exchange.setVariable("known", header(request, "If-None-Match"));
        exchange.setVariable("method", message.getHeader(Exchange.HTTP_METHOD, "", String.class));
        exchange.setVariable("path", message.getHeader(Exchange.HTTP_PATH, "", String.class));
        exchange.setVariable("parameters", message.getHeader(Exchange.HTTP_RAW_QUERY, "", String.class));
        message.removeHeaders("*");
        message.setBody(Objects.requireNonNullElse(message.getBody(byte[].class), new byte[0]));
    }

    /** The route's address has names where a request has values. */
    private static void follow(Span span, Exchange exchange) {
        if (span.isRecorded() && exchange.getFromEndpoint() instanceof PlatformHttpEndpoint endpoint) {
            span.rename(
                    exchange.getMessage().getHeader(Exchange.HTTP_METHOD, "", String.class) + " " + endpoint.getPath());
            span.set("http.route", endpoint.getPath());
        }
        CallVariables.span(exchange, span);
        CurrentSpan.begin(span);
    }

    private static String header(@Nullable HttpServerRequest request, String name) {
        return request == null ? "" : Objects.requireNonNullElse(request.getHeader(name), "");
    }
}
