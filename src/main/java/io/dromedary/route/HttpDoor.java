// SPDX-License-Identifier: Apache-2.0
package io.dromedary.route;

import io.dromedary.http.FrontDoor;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.support.LifecycleStrategySupport;

/** Puts the {@link FrontDoor} before everything that the HTTP server serves, Camel's own pages included. */
public final class HttpDoor extends LifecycleStrategySupport {

    private final CamelContext context;
    private final FrontDoor door;
    private final Set<VertxPlatformHttpRouter> guarded = ConcurrentHashMap.newKeySet();

    public HttpDoor(CamelContext context, FrontDoor door) {
        this.context = context;
        this.door = door;
    }

    /** The server listens by now, but no consumer has started: nothing is answered before the door is there. */
    @Override
    public void onRoutesAdd(Collection<Route> routes) {
        guard();
    }

    /** Camel's own pages are there without any route, too. */
    @Override
    public void onContextStarted(CamelContext started) {
        guard();
    }

    private void guard() {
        for (var router : context.getRegistry().findByType(VertxPlatformHttpRouter.class)) {
            if (guarded.add(router)) {
                door.guard(router, this::allowed);
            }
        }
    }

    /** Returns the methods that the routes of a path take, empty if there is none. */
    private String allowed(String path) {
        return context.getEndpoints().stream()
                .filter(PlatformHttpEndpoint.class::isInstance)
                .map(PlatformHttpEndpoint.class::cast)
                .filter(endpoint -> endpoint.getHttpMethodRestrict() != null)
                .filter(endpoint -> path.matches(endpoint.getPath().replaceAll("\\{[^/}]+}", "[^/]+")))
                .map(PlatformHttpEndpoint::getHttpMethodRestrict)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
