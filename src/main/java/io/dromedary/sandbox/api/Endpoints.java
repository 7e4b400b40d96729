// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import io.dromedary.sandbox.catalog.Catalog;
import io.dromedary.sandbox.events.Archive;
import io.dromedary.sandbox.events.Inbox;
import io.dromedary.sandbox.monitor.Monitors;
import io.dromedary.sandbox.slo.SloMath;
import io.dromedary.sandbox.synthetic.SyntheticTests;
import io.dromedary.sandbox.world.World;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The operations the sandbox knows. An exact path is preferred to one with a {@code *}. */
public final class Endpoints {

    private final List<Endpoint> all;

    /** @param more what other packages answer */
    public Endpoints(World world, Catalog catalog, List<Endpoint> more) {
        var monitors = new Monitors(world, catalog, new SyntheticTests(world));
        var inbox = new Inbox();
        var archive = new Archive(world, monitors, inbox);
        var sources = new DataSources(
                new EventQueries(archive),
                new SloQueries(new SloMath(catalog, monitors)),
                new DependencyQueries(archive.traces()));
        this.all = Stream.of(
                        ValidationEndpoints.all(),
                        new MetricEndpoints(catalog).all(),
                        new HostEndpoints(world, catalog).all(),
                        new ClassicQueryEndpoint(catalog).all(),
                        new QueryEndpoints(catalog, sources).all(),
                        new EventEndpoints(archive).all(),
                        new TraceEndpoint(archive.traces()).all(),
                        new ClassicEventEndpoints(archive).all(),
                        new AggregateEndpoints(archive).all(),
                        new IntakeEndpoints(catalog.sent(), inbox).all(),
                        LogIndexes.all(),
                        more)
                .flatMap(List::stream)
                .sorted(Comparator.comparing(endpoint -> endpoint.path().contains("*")))
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
