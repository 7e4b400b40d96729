// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import static io.dromedary.sandbox.api.RefusedCallException.badInput;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.sandbox.eval.Query;
import java.util.Set;

/** Reads the queries of a v2 request, each of its own product. */
final class DataSources {

    private static final Set<String> REDUCERS =
            Set.of("avg", "min", "max", "sum", "last", "percentile", "mean", "l2norm", "area");

    private final EventQueries events;
    private final SloQueries objectives;
    private final DependencyQueries dependencies;

    DataSources(EventQueries events, SloQueries objectives, DependencyQueries dependencies) {
        this.events = events;
        this.objectives = objectives;
        this.dependencies = dependencies;
    }

    /** Reads a query of a request of {@code nowMs}. */
    Query read(JsonNode node, String name, boolean scalar, long nowMs) {
        String source = node.path("data_source").asText();
        return switch (source) {
            case "metrics", "cloud_cost" -> Query.of(name, required(node, "query", name), reducer(node, name, scalar));
            case "apm_resource_stats", "apm_metrics" -> new ApmQuery(node, name).query();
            case "apm_dependency_stats" -> dependencies.read(node, name, nowMs);
            case "slo" -> objectives.read(node, name, nowMs);
            case "process", "container" -> new ProcessQuery(node, name, reducer(node, name, scalar)).query();
            case "" -> throw badInput("Missing required field 'data_source' in query '" + name + "'.");
            default ->
                events.read(source, node, name, nowMs)
                        .orElseThrow(() -> badInput("Data source '" + source + "' is not available in the sandbox."));
        };
    }

    /** A text that must be there. */
    static String required(JsonNode node, String field, String name) {
        if (!node.path(field).isTextual() || node.path(field).asText().isEmpty()) {
            throw badInput("Missing required field '" + field + "' in query '" + name + "'.");
        }
        return node.path(field).asText();
    }

    private static String reducer(JsonNode node, String name, boolean scalar) {
        String aggregator = node.path("aggregator").asText("");
        if (scalar && !REDUCERS.contains(aggregator)) {
            throw badInput(
                    aggregator.isEmpty()
                            ? "Missing required field 'aggregator' in query '" + name + "'."
                            : "Invalid aggregator '" + aggregator + "' in query '" + name + "'.");
        }
        return aggregator;
    }
}
