// SPDX-License-Identifier: Apache-2.0
package io.dromedary.route;

import io.dromedary.health.Check;
import io.dromedary.health.CheckSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.spi.SupervisingRouteController;

/**
 * The routes of which a step cannot start. Camel lists a route once all of its steps have been made ready, so its own
 * checks know nothing of these.
 */
public final class StuckRoutes implements CheckSource {

    /** As Camel's checks of other routes have it. */
    static final String GROUP = "camel";

    private final CamelContext context;

    public StuckRoutes(CamelContext context) {
        this.context = context;
    }

    @Override
    public List<Check> checks() {
        var supervising = context.getRouteController().supervising();
        if (supervising == null) {
            return List.of();
        }
        return Stream.concat(supervising.getRestartingRoutes().stream(), supervising.getExhaustedRoutes().stream())
                .filter(route -> context.getRoute(route.getRouteId()) == null)
                .map(route -> check(route, supervising))
                .toList();
    }

    /** What a step says may hold a password, and everybody may read this. */
    private static Check check(Route route, SupervisingRouteController supervising) {
        var failure = supervising.getRestartException(route.getRouteId());
        var why = failure == null ? "" : " (" + failure.getClass().getSimpleName() + ")";
        return new Check(
                "route:" + route.getRouteId(),
                GROUP,
                Check.State.DOWN,
                "Route " + route.getRouteId() + " cannot start" + why + "; the log tells more",
                Map.of());
    }
}
