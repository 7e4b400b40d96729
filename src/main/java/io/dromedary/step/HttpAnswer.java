// SPDX-License-Identifier: Apache-2.0
package io.dromedary.step;

import io.dromedary.api.ApiReply;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Processor;

/** Makes the HTTP response of an {@link ApiReply}. */
public final class HttpAnswer implements Processor {

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException {
        var message = exchange.getMessage();
        var reply =
                message.getMandatoryBody(ApiReply.class).unlessKnown(exchange.getVariable("known", "", String.class));
        message.removeHeaders("*");
        reply.headers().forEach(message::setHeader);
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, reply.status());
        message.setBody(reply.body());
    }
}
