// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.traces;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.datadog.JsonTrees;
import io.dromedary.query.TimeRange;
import java.util.List;
import java.util.Map;

/** Builds the requests: a trace by its id, aggregates of spans, relations of the service catalog. */
final class TraceRequests {

    private static final int RELATIONS = 100;

    private TraceRequests() {}

    /** @param id as {@link TraceId#path} returns it */
    static DatadogRequest<JsonNode> trace(String id) {
        return DatadogRequest.get("/api/v2/trace/" + id, "", JsonTrees::read);
    }

    /**
     * Returns the request for the number of spans and their mean duration, by facets.
     *
     * @param limit most values of the first facet
     */
    static DatadogRequest<JsonNode> aggregate(String search, TimeRange range, int limit, List<String> facets) {
        var attributes = Map.of(
                "filter",
                Map.of(
                        "query", search,
                        "from", Long.toString(range.from().toEpochMilli()),
                        "to", Long.toString(range.to().toEpochMilli())),
                "compute",
                List.of(
                        Map.of("aggregation", "count", "type", "total"),
                        Map.of("aggregation", "avg", "metric", "@duration", "type", "total")),
                "group_by",
                facets.stream()
                        .map(facet -> Map.of("facet", facet, "limit", facet.equals("status") ? 2 : limit))
                        .toList());
        return DatadogRequest.post(
                "/api/v2/spans/analytics/aggregate",
                json(Map.of("data", Map.of("type", "aggregate_request", "attributes", attributes))),
                JsonTrees::read);
    }

    static DatadogRequest<JsonNode> relations() {
        return DatadogRequest.get(
                "/api/v2/catalog/relation",
                "filter%5Btype%5D=RelationTypeDependsOn&includeDiscovered=true&page%5Blimit%5D=" + RELATIONS,
                JsonTrees::read);
    }

    private static String json(Map<String, Object> body) {
        try {
            return JsonTrees.mapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts and numbers can be written", e);
        }
    }
}
