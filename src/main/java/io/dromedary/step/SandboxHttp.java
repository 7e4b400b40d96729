// SPDX-License-Identifier: Apache-2.0
package io.dromedary.step;

import io.dromedary.sandbox.SandboxRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Hands an HTTP request below {@code /sandbox} to the embedded Datadog, which wants its demo keys then. */
public final class SandboxHttp implements Processor {

    private static final String ROOT = "/sandbox";
    private static final List<String> KEYS = List.of("dd-api-key", "dd-application-key");

    @Override
    public void process(Exchange exchange) {
        var message = exchange.getMessage();
        var reply = SandboxDoor.sandbox(exchange).apply(request(message));
        // nothing of the request goes back
        message.removeHeaders("*");
        reply.headers().forEach(message::setHeader);
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, reply.status());
        message.setBody(reply.body());
    }

    private static SandboxRequest request(Message message) {
        String path = message.getHeader(Exchange.HTTP_PATH, "", String.class);
        byte[] body = message.getBody(byte[].class);
        return new SandboxRequest(
                message.getHeader(Exchange.HTTP_METHOD, String.class),
                path.startsWith(ROOT) ? path.substring(ROOT.length()) : path,
                message.getHeader(Exchange.HTTP_RAW_QUERY, "", String.class),
                keys(message),
                body == null ? new byte[0] : body,
                false);
    }

    private static Map<String, String> keys(Message message) {
        var keys = new HashMap<String, String>();
        for (var name : KEYS) {
            keys.put(name, message.getHeader(name, "", String.class));
        }
        return keys;
    }
}
