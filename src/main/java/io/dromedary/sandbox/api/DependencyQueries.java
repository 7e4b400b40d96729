// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import static io.dromedary.sandbox.api.RefusedCallException.badInput;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.sandbox.catalog.Units;
import io.dromedary.sandbox.eval.Grid;
import io.dromedary.sandbox.eval.Line;
import io.dromedary.sandbox.eval.Measure;
import io.dromedary.sandbox.eval.Query;
import io.dromedary.sandbox.eval.Table;
import io.dromedary.sandbox.events.Dependencies;
import io.dromedary.sandbox.events.Dependencies.Stat;
import io.dromedary.sandbox.story.Traces;
import java.util.ArrayList;
import java.util.Locale;

/** Who calls whom, and how that goes, as the data source {@code apm_dependency_stats} asks for it. */
final class DependencyQueries {

    private final Traces traces;

    DependencyQueries(Traces traces) {
        this.traces = traces;
    }

    Query read(JsonNode node, String name, long nowMs) {
        var dependencies = new Dependencies(
                DataSources.required(node, "env", name),
                DataSources.required(node, "service", name),
                DataSources.required(node, "operation_name", name),
                DataSources.required(node, "resource_name", name),
                node.path("is_upstream").asBoolean(false));
        var stat = stat(DataSources.required(node, "stat", name), name);
        return new Query.OfOther(name, 0, grid -> lines(dependencies, stat, grid, nowMs));
    }

    private static Stat stat(String text, String name) {
        for (var stat : Stat.values()) {
            if (stat.name().toLowerCase(Locale.ROOT).equals(text)) {
                return stat;
            }
        }
        throw badInput("Invalid stat '" + text + "' in query '" + name + "'.");
    }

    private Table lines(Dependencies dependencies, Stat stat, Grid grid, long nowMs) {
        var lines = new ArrayList<Line>();
        if (grid.size() > 0) {
            var edges = new long[grid.size() + 1];
            for (int i = 0; i < grid.size(); i++) {
                edges[i] = grid.start(i);
                edges[i + 1] = Math.min(grid.start(i) + grid.milliseconds(i), nowMs);
            }
            dependencies.over(traces, edges, stat).forEach((tags, values) -> lines.add(new Line(tags, values)));
        }
        boolean time = stat == Stat.AVG_DURATION || stat == Stat.AVG_ROOT_DURATION;
        return new Table(grid, lines, time ? new Measure(Units.named("nanosecond"), null) : Measure.NONE, false);
    }
}
