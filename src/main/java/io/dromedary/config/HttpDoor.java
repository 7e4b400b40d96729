// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.api.HttpGate;
import io.vertx.ext.web.RoutingContext;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.support.LifecycleStrategySupport;

/** Puts the {@link HttpGate} before everything that the HTTP server serves, Camel's own pages included. */
final class HttpDoor extends LifecycleStrategySupport {

    private static final int FIRST = -1_000;

    private final CamelContext context;
    private final HttpGate gate;
    private final Set<VertxPlatformHttpRouter> guarded = ConcurrentHashMap.newKeySet();

    HttpDoor(CamelContext context, HttpGate gate) {
        this.context = context;
        this.gate = gate;
    }

    /** The server listens by now, but no consumer has started: nothing is answered before the gate is there. */
    @Override
    public void onRoutesAdd(Collection<Route> routes) {
        for (var router : context.getRegistry().findByType(VertxPlatformHttpRouter.class)) {
            if (guarded.add(router)) {
                router.route().order(FIRST).handler(this::admit);
            }
        }
    }

    private void admit(RoutingContext exchange) {
        var request = exchange.request();
        var refusal = gate.check(
                exchange.normalizedPath(),
                request.getHeader("Authorization"),
                request.getHeader("Host"),
                request.getHeader("Origin"));
        if (refusal.isEmpty()) {
            exchange.next();
            return;
        }
        exchange.response()
                .setStatusCode(refusal.get().status())
                .putHeader("Content-Type", "text/plain; charset=utf-8")
                .end(refusal.get().text() + "\n");
    }
}
