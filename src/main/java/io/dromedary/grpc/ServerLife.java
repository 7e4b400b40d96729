// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import io.grpc.BindableService;
import io.grpc.ServiceDescriptor;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.camel.spi.Registry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one server of a component, from its start to its end. An {@link EarlyServer} of the registry, which listens
 * already, is taken instead of a new one. Thread-safe.
 */
final class ServerLife {

    private static final Logger LOG = LoggerFactory.getLogger(ServerLife.class);

    private final Registry registry;
    private final Doors doors;
    private final @Nullable EarlyServer early;
    private @Nullable DoorServer server;

    ServerLife(Registry registry) {
        this.registry = registry;
        early = registry.findSingleByType(EarlyServer.class);
        doors = early == null ? new Doors() : early.doors();
        server = early == null ? null : early.server();
    }

    Doors doors() {
        return doors;
    }

    /**
     * Lets calls in, as all routes stand, and tells every {@link ServerStarted} of the registry where; an early server
     * has told by itself. Does nothing the second time.
     *
     * @param settings of a new server, null if there shall be none
     * @throws IllegalArgumentException if the settings' files of TLS cannot be used
     */
    synchronized void start(@Nullable Supplier<DoorServer.Settings> settings) throws IOException {
        if (early != null) {
            early.open();
            return;
        }
        if (server != null || settings == null) {
            return;
        }
        doors.describe(registry.findByType(ServiceDescriptor.class));
        var started = DoorServer.start(settings.get(), doors, registry.findByType(BindableService.class));
        server = started;
        LOG.debug("gRPC server listens on {}", started.address());
        registry.findByType(ServerStarted.class).forEach(listener -> listener.serverStarted(started.address()));
    }

    /**
     * Refuses new calls, and cancels those that have not ended by themselves.
     *
     * @param limit how long calls in flight may go on
     */
    void drain(Duration limit) {
        var running = running();
        if (running == null) {
            return;
        }
        running.leave();
        try {
            int left = doors.drain(limit);
            if (left > 0) {
                LOG.warn("{} calls did not end within {} and are cancelled", left, limit);
                running.cancelCalls();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable DoorServer running() {
        return server;
    }

    /** Closes the socket. */
    synchronized void stop() throws InterruptedException {
        if (server != null) {
            server.stop();
            server = null;
        }
    }
}
