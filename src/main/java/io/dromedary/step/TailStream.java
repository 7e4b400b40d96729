// SPDX-License-Identifier: Apache-2.0
package io.dromedary.step;

import io.dromedary.call.Cancellation;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.instance.Instance;
import io.dromedary.query.Plan;
import io.dromedary.query.events.LogTails;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;

/**
 * Answers with the frames of a live tail: body {@link Plan} in, {@link io.dromedary.call.Arrivals} of frames out, which
 * call {@code direct:datadog-fetch}. Ends with the caller's cancellation.
 */
public final class TailStream implements Processor {

    private final LogTails tails;
    private final ProducerTemplate template;

    public TailStream(LogTails tails, CamelContext context) {
        this.tails = tails;
        template = context.createProducerTemplate();
    }

    @Override
    public void process(Exchange exchange) {
        var instance = CallVariables.instance(exchange);
        var cancellation = CallVariables.cancellation(exchange);
        var query = tails.query(exchange.getMessage().getBody(Plan.class));
        var frames = tails.open(query, instance, cancellation, request -> fetch(request, instance, cancellation));
        exchange.getMessage().setBody(frames);
    }

    private Object fetch(DatadogRequest<?> request, Instance instance, Cancellation cancellation) {
        var reply = template.request("direct:datadog-fetch", call -> {
            call.setVariable("instance", instance);
            call.setVariable(CallVariables.CANCELLATION, cancellation);
            call.getMessage().setBody(request);
        });
        var thrown = reply.getException();
        if (thrown != null) {
            throw thrown instanceof FailedException known ? known : new FailedException(Failure.of(thrown), thrown);
        }
        return reply.getMessage().getBody();
    }
}
