// SPDX-License-Identifier: Apache-2.0
package io.dromedary.route;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.RouteRestartingFailureEvent;
import org.apache.camel.spi.CamelEvent.RouteStartedEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log once that a route cannot start, and once that it has: Camel tries again every few seconds, and says it
 * each time or never. Thread-safe.
 */
public final class RouteTrouble extends EventNotifierSupport {

    private static final Logger LOG = LoggerFactory.getLogger(RouteTrouble.class);

    private final Set<String> stuck = ConcurrentHashMap.newKeySet();

    public RouteTrouble() {
        setIgnoreExchangeEvents(true);
        setIgnoreStepEvents(true);
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof RouteRestartingFailureEvent || event instanceof RouteStartedEvent;
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof RouteRestartingFailureEvent failed) {
            var route = failed.getRoute().getRouteId();
            if (stuck.add(route)) {
                LOG.warn("Route {} cannot start and is tried again: {}", route, text(failed.getCause()));
            }
        } else if (event instanceof RouteStartedEvent started
                && stuck.remove(started.getRoute().getRouteId())) {
            LOG.info("Route {} has started", started.getRoute().getRouteId());
        }
    }

    private static String text(Throwable failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
