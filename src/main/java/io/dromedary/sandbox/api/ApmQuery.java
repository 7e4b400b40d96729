// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import static io.dromedary.sandbox.api.RefusedCallException.badInput;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.metricql.syntax.Parser;
import io.dromedary.metricql.tree.Arithmetic;
import io.dromedary.metricql.tree.Condition;
import io.dromedary.metricql.tree.Expression;
import io.dromedary.metricql.tree.FunctionCall;
import io.dromedary.metricql.tree.MetricQuery;
import io.dromedary.metricql.tree.Operator;
import io.dromedary.metricql.tree.Scope;
import io.dromedary.sandbox.eval.Query;
import java.util.ArrayList;
import java.util.List;

/**
 * Statistics of traces, as {@code apm_resource_stats} and {@code apm_metrics} ask for them. They are what the metrics
 * of traces say, so both agree.
 */
final class ApmQuery {

    private static final String USUAL_OPERATION = "http.request";

    private final JsonNode node;
    private final String name;

    ApmQuery(JsonNode node, String name) {
        this.node = node;
        this.name = name;
    }

    Query query() {
        boolean resources = node.path("data_source").asText().equals("apm_resource_stats");
        if (resources) {
            DataSources.required(node, "env", name);
            DataSources.required(node, "service", name);
        }
        String stat = DataSources.required(node, "stat", name);
        var expression = (MetricQuery) parsed(template(stat)).get(0);
        return new Query.OfMetrics(name, filtered(expression, stat), reducer(stat));
    }

    /** One metric, or errors by hits. */
    private Expression filtered(MetricQuery first, String stat) {
        if (!stat.equals("error_rate")) {
            return narrowed(first);
        }
        var errors = (MetricQuery) parsed(template("errors")).get(0);
        var hits = (MetricQuery) parsed(template("hits")).get(0);
        var zeroed = new FunctionCall("default_zero", List.of(narrowed(errors)));
        return new Arithmetic(zeroed, List.of(new Arithmetic.Step(Operator.DIVIDE, narrowed(hits))));
    }

    private MetricQuery narrowed(MetricQuery query) {
        var by = new ArrayList<String>();
        node.path("group_by").forEach(key -> by.add(key.asText()));
        return new MetricQuery(
                query.aggregator(), query.metric(), new Scope(Scope.Style.WORDS, condition()), by, query.modifiers());
    }

    private Condition condition() {
        var parts = new ArrayList<Condition>();
        for (String key : List.of("env", "service", "resource_name")) {
            tag(key, node.path(key).asText(""), parts);
        }
        String primary = node.path("primary_tag_name").asText("");
        if (!primary.isEmpty()) {
            tag(primary, node.path("primary_tag_value").asText(""), parts);
        }
        String filter = node.path("query_filter").asText("");
        if (!filter.isBlank()) {
            parts.add(((MetricQuery) parsed("m{" + filter.strip() + "}").get(0))
                    .scope()
                    .condition());
        }
        return parts.isEmpty()
                ? new Condition.Everything()
                : parts.size() == 1 ? parts.get(0) : new Condition.And(parts);
    }

    private static void tag(String key, String value, List<Condition> parts) {
        if (!value.isEmpty() && !value.equals("*")) {
            parts.add(new Condition.Tag(key, value));
        }
    }

    private List<Expression> parsed(String text) {
        var parsed = Parser.parse(text);
        boolean simple = parsed.problems().isEmpty()
                && parsed.expressions().size() == 1
                && parsed.expressions().get(0) instanceof MetricQuery;
        if (!simple) {
            throw badInput("Invalid query_filter in query '" + name + "'.");
        }
        return parsed.expressions();
    }

    private String template(String stat) {
        String operation = node.path("operation_name").asText("");
        String metric = "trace." + (operation.matches("[A-Za-z][A-Za-z0-9_.]*") ? operation : USUAL_OPERATION);
        return switch (stat) {
            case "hits" -> "sum:" + metric + ".hits{*}.as_count()";
            case "hits_per_second" -> "sum:" + metric + ".hits{*}.as_rate()";
            case "errors" -> "sum:" + metric + ".errors{*}.as_count()";
            case "errors_per_second" -> "sum:" + metric + ".errors{*}.as_rate()";
            case "error_rate" -> "sum:" + metric + ".errors{*}";
            case "apdex" -> "avg:" + metric + ".apdex{*}";
            case "total_time" -> "sum:" + metric + "{*}";
            case "latency_avg", "latency_distribution" -> "avg:" + metric + "{*}";
            case "latency_max" -> "max:" + metric + "{*}";
            case "latency_p50", "latency_p75", "latency_p90", "latency_p95", "latency_p99" ->
                stat.substring("latency_".length()) + ":" + metric + "{*}";
            case "latency_p999" -> "p99:" + metric + "{*}";
            default -> throw badInput("Invalid stat '" + stat + "' in query '" + name + "'.");
        };
    }

    private static String reducer(String stat) {
        return switch (stat) {
            case "hits", "errors", "total_time" -> "sum";
            case "latency_max" -> "max";
            default -> "avg";
        };
    }
}
