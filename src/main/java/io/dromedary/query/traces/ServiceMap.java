// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.traces;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * Makes the map of services out of aggregates of spans, and of the catalog's relations. Spans of clients name whom they
 * call in {@code @peer.service}, which is how databases and queues come onto the map; which service calls which is what
 * the catalog has discovered.
 */
final class ServiceMap {

    private static final double NANOS_PER_MILLI = 1e6;

    private final ServiceGraph graph = new ServiceGraph();

    ServiceGraph graph() {
        return graph;
    }

    /** Takes an aggregate by {@code service} and {@code status}. */
    void addServices(JsonNode reply) {
        for (var bucket : reply.path("data")) {
            var by = bucket.path("attributes").path("by");
            var service = by.path("service").asText("");
            if (!service.isEmpty()) {
                add(graph.service(service), bucket);
            }
        }
    }

    /** Takes an aggregate by {@code service}, {@code @peer.service} and {@code status}. */
    void addPeers(JsonNode reply) {
        for (var bucket : reply.path("data")) {
            var by = bucket.path("attributes").path("by");
            var service = by.path("service").asText("");
            var peer = by.path("@peer.service").asText("");
            if (!service.isEmpty() && !peer.isEmpty() && !peer.equals(service)) {
                add(graph.call(service, peer), bucket);
            }
        }
    }

    private static void add(ServiceGraph.Sums sums, JsonNode bucket) {
        var attributes = bucket.path("attributes");
        // the specification also calls it computes
        var compute = attributes.path("compute").isObject() ? attributes.path("compute") : attributes.path("computes");
        var count = compute.path("c0").asDouble(0);
        var failed = attributes.path("by").path("status").asText("").equals("error") ? count : 0;
        sums.add(count, failed, count * compute.path("c1").asDouble(0) / NANOS_PER_MILLI);
    }

    /**
     * Takes relations between entities such as {@code service:default/web}; only those that begin at a service with
     * spans are shown.
     *
     * @param traced names of services that have spans
     */
    void addRelations(JsonNode reply, Set<String> traced) {
        for (var relation : reply.path("data")) {
            var attributes = relation.path("attributes");
            var source = name(attributes.path("from"));
            var target = name(attributes.path("to"));
            if (!source.isEmpty() && !target.isEmpty() && !source.equals(target) && traced.contains(source)) {
                graph.call(source, target);
            }
        }
    }

    private static String name(JsonNode reference) {
        return reference.path("name").asText("");
    }
}
