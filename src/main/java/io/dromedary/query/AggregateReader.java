// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import static io.dromedary.query.QueryReader.refused;

import io.dromedary.query.EventTask.Compute;
import io.dromedary.query.EventTask.Group;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads from a saved query what is computed of events, and for which groups. */
final class AggregateReader {

    /** A histogram of log lines by status. */
    static final EventTask VOLUME = new EventTask.Aggregate(
            List.of(Compute.COUNT), List.of(new Group("status", 20, Compute.COUNT, false, "unknown")), null, true);

    private static final int MAX_COMPUTES = 20;
    private static final int MAX_GROUPS = 10;

    private AggregateReader() {}

    static EventTask read(EventsQueryReader.Saved saved) {
        var computes = computes(saved.compute());
        boolean scalar = computes.stream().anyMatch(compute -> compute.isTotal(saved.format()));
        if (scalar && computes.stream().anyMatch(compute -> !compute.isTotal(saved.format()))) {
            throw refused("A query computes either totals or time series; make two queries of it");
        }
        var computed = computes.stream().map(SavedCompute::compute).toList();
        return new EventTask.Aggregate(
                computed,
                groups(saved.groupBy(), computed.get(0)),
                SavedReduction.read(scalar ? "scalar" : "timeseries", saved.aggregator(), saved.limit(), saved.order()),
                false);
    }

    private static List<SavedCompute> computes(@Nullable List<@Nullable SavedCompute> saved) {
        var computes = saved == null
                ? List.<SavedCompute>of()
                : saved.stream().filter(Objects::nonNull).toList();
        if (computes.size() > MAX_COMPUTES) {
            throw refused("More than " + MAX_COMPUTES + " numbers are computed; make two queries of it");
        }
        return computes.isEmpty() ? List.of(SavedCompute.COUNT) : computes;
    }

    private static List<Group> groups(@Nullable List<@Nullable SavedGroup> saved, Compute first) {
        var groups = saved == null
                ? List.<Group>of()
                : saved.stream()
                        .filter(Objects::nonNull)
                        .map(group -> group.group(first))
                        .toList();
        if (groups.size() > MAX_GROUPS) {
            throw refused("There are more than " + MAX_GROUPS + " groups; group by fewer facets");
        }
        long product = 1;
        for (var group : groups) {
            product = Math.min(product * group.limit(), Integer.MAX_VALUE);
        }
        if (product > Group.MAX_LIMIT) {
            throw refused("The limits of all groups multiply to more than " + Group.MAX_LIMIT
                    + ", which Datadog refuses; lower a limit");
        }
        return groups;
    }
}
