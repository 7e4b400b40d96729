// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import static io.dromedary.sandbox.api.RefusedCallException.badInput;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.metricql.tree.Aggregator;
import io.dromedary.metricql.tree.Argument;
import io.dromedary.metricql.tree.Condition;
import io.dromedary.metricql.tree.FunctionCall;
import io.dromedary.metricql.tree.MetricQuery;
import io.dromedary.metricql.tree.NumberValue;
import io.dromedary.metricql.tree.Scope;
import io.dromedary.sandbox.eval.Query;
import java.util.ArrayList;
import java.util.List;

/** Measures of processes and containers: a line for each of them, the largest ones first. */
final class ProcessQuery {

    private static final int USUAL = 10;
    private static final int MOST = 100;
    private static final List<String> PROCESS = List.of("command", "host");
    private static final List<String> CONTAINER = List.of("container_name", "pod_name", "host");

    private final JsonNode node;
    private final String name;
    private final String aggregator;

    ProcessQuery(JsonNode node, String name, String aggregator) {
        this.node = node;
        this.name = name;
        this.aggregator = aggregator;
    }

    Query query() {
        String metric = DataSources.required(node, "metric", name);
        boolean containers = node.path("data_source").asText().equals("container");
        if (!metric.matches("[A-Za-z][A-Za-z0-9_.]{0,200}")) {
            throw badInput("Invalid metric '" + metric + "' in query '" + name + "'.");
        }
        long limit = node.path("limit").asLong(USUAL);
        if (limit < 1 || limit > MOST) {
            throw badInput("Invalid limit in query '" + name + "'. Expected 1 to " + MOST + ".");
        }
        boolean ascending = node.path("sort").asText("desc").equals("asc");
        var query = new MetricQuery(
                new Aggregator("avg", null),
                metric,
                new Scope(Scope.Style.WORDS, condition(containers)),
                containers ? CONTAINER : PROCESS,
                List.of());
        var ranked = new FunctionCall(
                "top",
                List.of(
                        query,
                        new NumberValue(limit),
                        new Argument.Text("mean"),
                        new Argument.Text(ascending ? "asc" : "desc")));
        return new Query.OfMetrics(name, ranked, aggregator.isEmpty() ? "avg" : aggregator);
    }

    private Condition condition(boolean containers) {
        var parts = new ArrayList<Condition>();
        node.path("tag_filters").forEach(filter -> parts.add(tag(filter.asText())));
        String text = node.path("text_filter").asText("").strip();
        if (!text.isEmpty()) {
            parts.add(new Condition.Tag(containers ? "container_name" : "command", "*" + text + "*"));
        }
        return parts.isEmpty()
                ? new Condition.Everything()
                : parts.size() == 1 ? parts.get(0) : new Condition.And(parts);
    }

    private static Condition tag(String filter) {
        int colon = filter.indexOf(':');
        return colon < 0
                ? new Condition.Tag(filter, null)
                : new Condition.Tag(filter.substring(0, colon), filter.substring(colon + 1));
    }
}
