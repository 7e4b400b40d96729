// SPDX-License-Identifier: Apache-2.0
package io.dromedary.step;

import io.dromedary.datadog.DatadogRequest;
import io.dromedary.sandbox.SandboxReply;
import io.dromedary.sandbox.SandboxRequest;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.http.HttpConstants;

/**
 * Asks the embedded Datadog instead of the real one and leaves what camel-http would leave: status and headers as
 * headers, the body as a stream.
 */
public final class SandboxDoor implements Processor {

    private static final String SANDBOX = "sandboxDatadog";

    @Override
    public void process(Exchange exchange) {
        var reply = sandbox(exchange).apply(request(CallVariables.request(exchange)));
        var message = exchange.getMessage();
        message.setHeaders(exchange.getContext()
                .getCamelContextExtension()
                .getHeadersMapFactory()
                .newMap());
        reply.headers().forEach(message::setHeader);
        message.setHeader(HttpConstants.HTTP_RESPONSE_CODE, reply.status());
        message.setBody(new ByteArrayInputStream(reply.body()));
    }

    /** Returns the embedded Datadog itself. */
    @SuppressWarnings("unchecked") // nothing else is bound by that name
    static Function<SandboxRequest, SandboxReply> sandbox(Exchange exchange) {
        return Objects.requireNonNull(
                exchange.getContext().getRegistry().lookupByNameAndType(SANDBOX, Function.class), "bean " + SANDBOX);
    }

    private static SandboxRequest request(DatadogRequest<?> request) {
        return new SandboxRequest(
                request.method().name(), request.path(), request.query(), Map.of(), request.bodyBytes(), true);
    }
}
