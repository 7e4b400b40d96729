// SPDX-License-Identifier: Apache-2.0
package io.dromedary.step;

import io.dromedary.route.OwnRoutes;
import io.dromedary.tracing.CurrentSpan;
import io.dromedary.tracing.Span;
import io.dromedary.tracing.Tracing;
import java.nio.charset.StandardCharsets;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.jspecify.annotations.Nullable;

/**
 * Makes a span of each exchange on its way through a route of users, and lets the log know of it in each step. What the
 * route asks Dromedary is part of it. Our own routes have none: what matters in them has spans that say more. Kamelets
 * have none either, they are steps of the routes that use them. Only there where traces are sent.
 */
public final class RouteSpans implements RoutePolicyFactory, InterceptStrategy {

    private final Tracing tracing;

    public RouteSpans(Tracing tracing) {
        this.tracing = tracing;
    }

    @Override
    public @Nullable RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
        return isOfUsers(route) ? new RouteSpan(tracing, routeId) : null;
    }

    /** A step may go on with another thread, so each of them begins with what its exchange works for. */
    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode step, Processor target, @Nullable Processor next) {
        if (!isOfUsers(ProcessorDefinitionHelper.getRoute(step))) {
            return target;
        }
        return new DelegateAsyncProcessor(target) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                try (var scope = CurrentSpan.enter(CallVariables.span(exchange))) {
                    return super.process(exchange, callback);
                }
            }
        };
    }

    private static boolean isOfUsers(@Nullable NamedNode node) {
        return node instanceof RouteDefinition route
                && !Boolean.TRUE.equals(route.isKamelet())
                && !OwnRoutes.include(route.getResource());
    }

    /** The spans of one route. */
    private static final class RouteSpan extends RoutePolicySupport {

        private static final String ENTERED = "DromedaryRouteSpan";

        private final Tracing tracing;
        private final String routeId;

        RouteSpan(Tracing tracing, String routeId) {
            this.tracing = tracing;
            this.routeId = routeId;
        }

        /** @param outer what the exchange had entered before: routes may call each other */
        private record Entered(
                Span span, Span parent, @Nullable Entered outer) {}

        @Override
        public void onExchangeBegin(Route route, Exchange exchange) {
            var parent = CallVariables.span(exchange);
            var span = parent == Span.NONE
                    ? tracing.server(routeId, name -> header(exchange, name))
                    : parent.child(routeId);
            exchange.setProperty(ENTERED, new Entered(span, parent, exchange.getProperty(ENTERED, Entered.class)));
            exchange.setVariable(CallVariables.SPAN, span);
        }

        @Override
        public void onExchangeDone(Route route, Exchange exchange) {
            if (!(exchange.getProperty(ENTERED) instanceof Entered entered)) {
                return;
            }
            var failure = exchange.getException();
            if (failure != null) {
                entered.span().fail(failure.getClass().getSimpleName());
            }
            entered.span().end();
            exchange.setProperty(ENTERED, entered.outer());
            exchange.setVariable(CallVariables.SPAN, entered.parent());
        }

        /** Some brokers have bytes there. */
        private static @Nullable String header(Exchange exchange, String name) {
            var value = exchange.getMessage().getHeader(name);
            return value instanceof byte[] bytes
                    ? new String(bytes, StandardCharsets.US_ASCII)
                    : value instanceof String text ? text : null;
        }
    }
}
