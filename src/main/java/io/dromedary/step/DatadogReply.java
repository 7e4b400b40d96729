// SPDX-License-Identifier: Apache-2.0
package io.dromedary.step;

import io.dromedary.datadog.Replies;
import io.dromedary.datadog.Reply;
import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.http.HttpConstants;

/** Hands what came back, over HTTP or from the sandbox, to {@link Replies}; the body is then the value it made. */
public final class DatadogReply implements Processor {

    private final Replies replies;

    public DatadogReply(Replies replies) {
        this.replies = replies;
    }

    @Override
    public void process(Exchange exchange) throws IOException {
        var message = exchange.getMessage();
        var reply = new Reply(
                message.getHeader(HttpConstants.HTTP_RESPONSE_CODE, Integer.class),
                name -> message.getHeader(name, String.class),
                body(message));
        message.setBody(replies.read(CallVariables.call(exchange), reply));
    }

    /** A reply without a body, or of a type camel-http refuses to read, has none. */
    private static InputStream body(Message message) {
        return message.getBody() instanceof InputStream body ? body : InputStream.nullInputStream();
    }
}
