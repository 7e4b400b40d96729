// SPDX-License-Identifier: Apache-2.0
package io.dromedary.step;

import io.dromedary.datadog.DatadogCall;
import io.dromedary.datadog.http.ClientAssembly;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpActivityListener;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Hands Camel's HTTP client to {@link ClientAssembly}. It listens to nothing: camel-http tells the client which
 * exchange it works for only where there is a listener.
 */
public final class DatadogHttpClient implements HttpClientConfigurer, HttpActivityListener {

    /** Where camel-http 4.18 puts the exchange (HttpProducer#executeMethod); it has no constant for it. */
    private static final String EXCHANGE = "org.apache.camel.Exchange";

    private final ClientAssembly assembly;

    public DatadogHttpClient(ClientAssembly assembly) {
        this.assembly = assembly;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder builder) {
        assembly.assemble(builder, DatadogHttpClient::call);
    }

    private static DatadogCall call(HttpContext context) {
        if (context.getAttribute(EXCHANGE) instanceof Exchange exchange) {
            return CallVariables.call(exchange);
        }
        throw new IllegalStateException("a request to Datadog outside of datadog-call");
    }

    @Override
    public void onRequestSubmitted(
            Object source, Exchange exchange, HttpHost host, HttpRequest request, HttpEntity entity) {}

    @Override
    public void onResponseReceived(
            Object source, Exchange exchange, HttpHost host, HttpResponse response, HttpEntity entity, long elapsed) {}
}
