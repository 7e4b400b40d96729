// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.api.Endpoint;
import io.dromedary.sandbox.catalog.Catalog;
import io.dromedary.sandbox.inventory.Inventory;
import io.dromedary.sandbox.issue.Issues;
import io.dromedary.sandbox.monitor.Downtimes;
import io.dromedary.sandbox.monitor.Monitors;
import io.dromedary.sandbox.slo.SloMath;
import io.dromedary.sandbox.synthetic.SyntheticTests;
import io.dromedary.sandbox.world.World;
import java.util.List;
import java.util.stream.Stream;

/** All endpoints of this package. */
public final class ListEndpoints {

    private ListEndpoints() {}

    public static List<Endpoint> all(World world, Catalog catalog) {
        var tests = new SyntheticTests(world);
        var monitors = new Monitors(world, catalog, tests);
        var downtimes = new Downtimes(world);
        var math = new SloMath(catalog, monitors);
        var inventory = new Inventory(world, catalog);
        return Stream.of(
                        new MonitorEndpoints(monitors, downtimes).all(),
                        new MonitorSearchEndpoints(monitors, downtimes).all(),
                        new DowntimeEndpoints(monitors, downtimes).all(),
                        new SloEndpoints(math, monitors).all(),
                        new SloStatusEndpoints(math).all(),
                        new IncidentEndpoints(world).all(),
                        new SyntheticEndpoints(tests).all(),
                        new UptimeEndpoint(tests, monitors).all(),
                        new CatalogEndpoints(world).all(),
                        new ServiceEndpoints(world).all(),
                        new ErrorTrackingEndpoints(new Issues(world, catalog)).all(),
                        new ContainerEndpoints(inventory).all(),
                        new ProcessEndpoints(inventory).all(),
                        new DashboardEndpoints().all(),
                        new NotebookEndpoints(world).all(),
                        new UsageEndpoints(catalog).all(),
                        new TeamEndpoints().all(),
                        new CaseEndpoints(world).all(),
                        new DeviceEndpoints().all(),
                        new DdsqlEndpoints(at -> new DdsqlTables(world, inventory, monitors, downtimes, at)).all())
                .flatMap(List::stream)
                .toList();
    }
}
