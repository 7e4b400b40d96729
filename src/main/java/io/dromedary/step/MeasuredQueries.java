// SPDX-License-Identifier: Apache-2.0
package io.dromedary.step;

import io.dromedary.call.Source;
import io.dromedary.observe.Meters;
import io.dromedary.observe.Meters.Outcome;
import io.dromedary.query.Answer;
import io.dromedary.query.QueryGroup;
import io.dromedary.tracing.Span;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.Policy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/**
 * The steps inside answer a group of queries, which are a span in the trace of a call; each answer is counted and
 * timed, if there are meters.
 */
public final class MeasuredQueries implements Policy {

    private final CamelContext context;

    public MeasuredQueries(CamelContext context) {
        this.context = context;
    }

    @Override
    public void beforeWrap(Route route, NamedNode definition) {}

    @Override
    public Processor wrap(Route route, Processor steps) {
        var meters = context.getRegistry().findSingleByType(Meters.class);
        return new DelegateAsyncProcessor(meters == null ? steps : measured(steps, meters)) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                if (CallVariables.span(exchange) == Span.NONE
                        || !(exchange.getMessage().getBody() instanceof QueryGroup group)) {
                    return super.process(exchange, callback);
                }
                var span = QuerySpan.begin(exchange, group);
                try (var scope = span.enter()) {
                    return super.process(exchange, doneSync -> span.end(exchange, callback, doneSync));
                }
            }
        };
    }

    private static Processor measured(Processor steps, Meters meters) {
        return new DelegateAsyncProcessor(steps) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                if (!(exchange.getMessage().getBody() instanceof QueryGroup group)) {
                    return super.process(exchange, callback);
                }
                long begin = System.nanoTime();
                return super.process(exchange, doneSync -> {
                    note(meters, exchange, group, Duration.ofNanos(System.nanoTime() - begin));
                    callback.done(doneSync);
                });
            }
        };
    }

    private static void note(Meters meters, Exchange exchange, QueryGroup group, Duration took) {
        var door = door(exchange);
        var type = group.kind().wireName();
        var instance = CallVariables.instance(exchange).name();
        if (exchange.getMessage().getBody() instanceof List<?> answers && exchange.getException() == null) {
            for (var answer : answers) {
                meters.query(door, type, instance, outcome(answer), took);
            }
        } else {
            meters.query(door, type, instance, Outcome.PLUGIN, took);
        }
    }

    private static Outcome outcome(Object answer) {
        var failure = answer instanceof Answer one ? one.failure() : null;
        if (failure == null) {
            return Outcome.OK;
        }
        return failure.source() == Source.DOWNSTREAM ? Outcome.DOWNSTREAM : Outcome.PLUGIN;
    }

    /** Routes of a door begin with its name, {@code grafana-query-data} for instance. */
    private static String door(Exchange exchange) {
        var route = Objects.requireNonNullElse(exchange.getFromRouteId(), "unknown");
        var end = route.indexOf('-');
        return end < 0 ? route : route.substring(0, end);
    }
}
