// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import static io.dromedary.sandbox.api.RefusedCallException.badInput;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.sandbox.eval.Query;
import io.dromedary.sandbox.eval.Window;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * A request of {@code /api/v2/query/timeseries} or {@code /scalar}. Unknown fields are ignored.
 *
 * @param formulas what is answered; each query by its name when the request has none
 */
record QueryRequest(Window window, List<Query> queries, List<Formula> formulas) {

    /**
     * @param limit lines at most, scalar only
     * @param descending whether the highest are kept, and come first
     */
    record Formula(String text, int limit, boolean descending) {}

    static QueryRequest read(byte[] body, String type, DataSources sources, long nowMs) {
        boolean scalar = type.equals("scalar_request");
        var data = Json.object(body).path("data");
        if (!data.path("type").asText().equals(type)) {
            throw badInput("Invalid type. Expected \"" + type + "\".");
        }
        var attributes = data.path("attributes");
        long interval = scalar || attributes.path("interval").isMissingNode() ? 0 : number(attributes, "interval", 1);
        var window = Windows.of(number(attributes, "from", 0), number(attributes, "to", 0), interval, nowMs);
        var queries = queries(attributes.path("queries"), scalar, sources, nowMs);
        return new QueryRequest(window, queries, formulas(attributes.path("formulas"), queries));
    }

    private static long number(JsonNode attributes, String field, long least) {
        var value = attributes.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw badInput("Missing required field '" + field + "'.");
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.asLong() < least
                || value.asLong() > Long.MAX_VALUE / 4) {
            throw badInput("Invalid value for field '" + field + "'. Expected milliseconds.");
        }
        return value.asLong();
    }

    private static List<Query> queries(JsonNode nodes, boolean scalar, DataSources sources, long nowMs) {
        if (!nodes.isArray() || nodes.isEmpty()) {
            throw badInput("Field 'queries' must hold at least one query.");
        }
        var names = new HashSet<String>();
        var queries = new ArrayList<Query>();
        for (var node : nodes) {
            // a query nobody refers to needs no name
            String name = node.path("name").asText("query" + queries.size());
            if (!names.add(name)) {
                throw badInput("Query name '" + name + "' is used more than once.");
            }
            queries.add(sources.read(node, name, scalar, nowMs));
        }
        return queries;
    }

    private static List<Formula> formulas(JsonNode nodes, List<Query> queries) {
        if (nodes.isMissingNode() || nodes.isNull() || nodes.isEmpty()) {
            return queries.stream()
                    .map(query -> new Formula(query.name(), Integer.MAX_VALUE, true))
                    .toList();
        }
        var formulas = new ArrayList<Formula>();
        for (var node : nodes) {
            if (!node.path("formula").isTextual()) {
                throw badInput("Missing required field 'formula'.");
            }
            var limit = node.path("limit");
            int count = limit.path("count").asInt(Integer.MAX_VALUE);
            formulas.add(new Formula(
                    node.path("formula").asText(),
                    count,
                    !limit.path("order").asText().equals("asc")));
        }
        return formulas;
    }
}
