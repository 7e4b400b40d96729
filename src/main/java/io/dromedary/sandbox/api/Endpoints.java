// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import io.dromedary.sandbox.catalog.Catalog;
import io.dromedary.sandbox.events.Archive;
import io.dromedary.sandbox.events.Inbox;
import io.dromedary.sandbox.world.World;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The operations the sandbox knows. Adding a product is adding its endpoints here. */
public final class Endpoints {

    private final List<Endpoint> all;

    public Endpoints(World world, Catalog catalog) {
        var archive = new Archive(world, new Inbox());
        this.all = Stream.of(
                        ValidationEndpoints.all(),
                        new MetricEndpoints(catalog).all(),
                        new HostEndpoints(world, catalog).all(),
                        new ClassicQueryEndpoint(catalog).all(),
                        new QueryEndpoints(catalog).all(),
                        new EventEndpoints(archive).all(),
                        new TraceEndpoint(archive.traces()).all(),
                        LogIndexes.all())
                .flatMap(List::stream)
                .toList();
    }

    public Optional<Endpoint> find(String method, String path) {
        return all.stream()
                .filter(endpoint ->
                        endpoint.method().equals(method) && endpoint.match(path).isPresent())
                .findFirst();
    }

    /** Whether a path is known under any method. */
    public boolean knows(String path) {
        return all.stream().anyMatch(endpoint -> endpoint.match(path).isPresent());
    }
}
