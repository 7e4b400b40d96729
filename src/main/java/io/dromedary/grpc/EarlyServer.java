// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import io.grpc.BindableService;
import io.grpc.ServiceDescriptor;
import io.grpc.Status;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;

/**
 * A server that listens before Camel is there. Bound to the registry, it is the component's: calls that come before all
 * routes have been started wait for them, for a minute at most.
 */
public final class EarlyServer {

    /** Grafana gives a plugin as long for its start. */
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private static final Status FAILED =
            Status.UNAVAILABLE.withDescription("Dromedary could not start; Grafana's log says why");

    private static final Status SLOW = Status.UNAVAILABLE.withDescription(
            "Dromedary has been starting for " + LONGEST_START.toSeconds() + " s; Grafana's log may say why");

    private final DoorServer server;
    private final Doors doors;
    private final EarlyCalls early;

    private EarlyServer(DoorServer server, Doors doors, EarlyCalls early) {
        this.server = server;
        this.doors = doors;
        this.early = early;
    }

    /**
     * Opens the port.
     *
     * @param address port 0 is any free one
     * @param methods whose calls routes may take
     * @param services answered at once, without a route
     */
    public static EarlyServer listen(
            InetSocketAddress address, Collection<ServiceDescriptor> methods, Collection<BindableService> services)
            throws IOException {
        var early = new EarlyCalls(methods);
        var doors = new Doors(early);
        var server = DoorServer.start(DoorServer.Settings.at(address), doors, services);
        server.after(LONGEST_START, () -> early.refuse(SLOW));
        return new EarlyServer(server, doors, early);
    }

    /** Returns where it listens. */
    public InetSocketAddress address() {
        return server.address();
    }

    /** There will be no routes: sends the callers who wait away, and those still to come. */
    public void fail() {
        early.refuse(FAILED);
    }

    DoorServer server() {
        return server;
    }

    Doors doors() {
        return doors;
    }

    EarlyCalls early() {
        return early;
    }

    /** The routes stand: lets in who waits. */
    void open() {
        early.release(doors);
    }
}
