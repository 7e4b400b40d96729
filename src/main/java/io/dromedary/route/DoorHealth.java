// SPDX-License-Identifier: Apache-2.0
package io.dromedary.route;

import io.dromedary.grpc.GrpcDoorComponent;
import io.dromedary.health.Check;
import io.dromedary.health.CheckSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.util.StringHelper;

/**
 * Whether each door is open: all of Dromedary's own routes of it run, and Dromedary is not about to stop. The HTTP door
 * is always there, and shut until its routes are, as health is asked before that.
 */
public final class DoorHealth implements CheckSource {

    private static final String GROUP = "door";
    private static final String HTTP = "http";

    /** Component of a door, and what people call it. */
    private static final Map<String, String> DOORS =
            Map.of("platform-http", HTTP, "grpc-door", "grpc", "rpc-door", "rpc");

    private final CamelContext context;
    private volatile boolean leaving;

    public DoorHealth(CamelContext context) {
        this.context = context;
    }

    /** Lets load balancers know that they should send nothing more; what comes is still served. */
    public void leave() {
        leaving = true;
    }

    @Override
    public List<Check> checks() {
        var shut = new LinkedHashMap<String, List<String>>();
        for (var route : context.getRoutes()) {
            var door = DOORS.get(StringHelper.before(route.getEndpoint().getEndpointBaseUri(), ":", ""));
            if (door != null && !isOff(route) && OwnRoutes.include(route.getSourceResource())) {
                var list = shut.computeIfAbsent(door, any -> new ArrayList<>());
                if (!context.isStarted() || !isStarted(route)) {
                    list.add(route.getRouteId());
                }
            }
        }
        if (shut.getOrDefault(HTTP, List.of()).isEmpty() && isStarting(shut)) {
            shut.put(HTTP, List.of("routes that are not there yet"));
        }
        return shut.entrySet().stream()
                .map(door -> check(door.getKey(), door.getValue()))
                .toList();
    }

    /** A gRPC door that listens nowhere has routes all the same. */
    private static boolean isOff(Route route) {
        return route.getEndpoint() instanceof DefaultEndpoint endpoint
                && endpoint.getComponent() instanceof GrpcDoorComponent door
                && door.getPort() < 0;
    }

    /** Camel lists a supervised route when it has started, not before. */
    private boolean isStarting(Map<String, List<String>> doors) {
        return !doors.containsKey(HTTP) || context.getRouteController().isStartingRoutes();
    }

    private boolean isStarted(Route route) {
        return context.getRouteController().getRouteStatus(route.getRouteId()).isStarted();
    }

    private Check check(String door, List<String> shut) {
        var open = shut.isEmpty() && !leaving;
        var text = leaving ? "Dromedary is about to stop" : shut.isEmpty() ? "It is open" : "Not all of its routes run";
        return Check.of(
                GROUP + "-" + door,
                GROUP,
                open,
                text,
                shut.isEmpty() ? Map.of() : Map.of("shut", String.join(", ", shut)));
    }
}
