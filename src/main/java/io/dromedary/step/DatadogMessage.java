// SPDX-License-Identifier: Apache-2.0
package io.dromedary.step;

import io.dromedary.datadog.DatadogRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.http.HttpConstants;
import org.apache.camel.component.http.HttpMethods;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Addresses a request to the API of its instance: makes the message camel-http sends. The address goes into a header,
 * so that one endpoint, and one HTTP client, serves all hosts.
 */
public final class DatadogMessage implements Processor {

    @Override
    public void process(Exchange exchange) {
        var request = CallVariables.request(exchange);
        var message = exchange.getMessage();
        message.setHeaders(new HashMap<>(Map.of(
                HttpConstants.HTTP_URI, address(exchange, request), HttpConstants.HTTP_METHOD, method(request))));
        message.setBody(request.body() == null ? null : entity(request));
    }

    private static ByteArrayEntity entity(DatadogRequest<?> request) {
        return request.packed()
                ? new ByteArrayEntity(packed(request.bodyBytes()), ContentType.APPLICATION_JSON, "gzip")
                : new ByteArrayEntity(request.bodyBytes(), ContentType.APPLICATION_JSON);
    }

    private static byte[] packed(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** Holds no braces, which camel-http would take for a placeholder: neither part would be a URI with them. */
    private static String address(Exchange exchange, DatadogRequest<?> request) {
        var address = CallVariables.instance(exchange).settings().apiUrl() + request.path();
        return request.query().isEmpty() ? address : address + "?" + request.query();
    }

    private static HttpMethods method(DatadogRequest<?> request) {
        return switch (request.method()) {
            case GET -> HttpMethods.GET;
            case POST -> HttpMethods.POST;
        };
    }
}
