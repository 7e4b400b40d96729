// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.datadog.RateBudget;
import io.dromedary.instance.Instance;
import io.dromedary.query.Plan;
import io.dromedary.query.PlannedRequests;
import io.dromedary.query.Query;
import io.dromedary.query.QueryBatch;
import io.dromedary.resource.ResourceJson;
import io.dromedary.resource.ResourceReply;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Tells what running a batch would ask Datadog, out of the very requests that would be sent:
 * {@code {"requests":[{"refIds","method","path","body"}],"interval":{"seconds","why"},"budget":{"calls","buckets"},"problems"}}.
 * Keys are in none of it: they are added on the way out. Thread-safe.
 */
public final class Explanations {

    private final ResourceJson json;
    private final BudgetJson budget;
    private final JsonMapper mapper = JsonMapper.builder().build();

    public Explanations(ResourceJson json, RateBudget budget) {
        this.json = json;
        this.budget = new BudgetJson(budget);
    }

    /** @param planned one for each group of the plan, in any order */
    public ResourceReply reply(QueryBatch batch, Plan plan, Collection<PlannedRequests> planned, Instance instance) {
        var answer = json.object();
        var requests = answer.putArray("requests");
        var all = new ArrayList<DatadogRequest<?>>();
        for (var group : planned) {
            group.requests().forEach(request -> write(group, request, requests.addObject()));
            all.addAll(group.requests());
        }
        plan.groups().stream()
                .findFirst()
                .ifPresent(group -> IntervalReason.write(batch, group, answer.putObject("interval")));
        budget.write(instance, all, answer.putObject("budget"));
        problems(plan, answer.putArray("problems"));
        return json.reply(answer);
    }

    private void write(PlannedRequests group, DatadogRequest<?> request, ObjectNode out) {
        var refIds = out.putArray("refIds");
        group.group().queries().stream().map(Query::refId).forEach(refIds::add);
        out.put("method", request.method().name());
        out.put("path", request.query().isEmpty() ? request.path() : request.path() + "?" + request.query());
        var body = request.body();
        if (body != null) {
            try {
                out.set("body", mapper.readTree(body));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a request's body is JSON", e);
            }
        }
    }

    private static void problems(Plan plan, ArrayNode out) {
        for (var settled : plan.settled()) {
            var failure = settled.failure();
            if (failure != null) {
                out.addObject()
                        .put("refId", settled.refId())
                        .put("severity", "error")
                        .put("message", failure.text());
            }
        }
        var panel = PanelProblems.of(queries(plan));
        panel.forEach((refId, problems) -> problems.forEach(
                problem -> ProblemJson.write(problem, out.addObject().put("refId", refId))));
    }

    private static List<Query.Metrics> queries(Plan plan) {
        return plan.groups().stream()
                .flatMap(group -> group.queries().stream())
                .map(query -> switch (query.kind()) {
                    case METRICS -> (Query.Metrics) query;
                })
                .toList();
    }
}
