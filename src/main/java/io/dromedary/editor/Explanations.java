// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dromedary.datadog.RateBudget;
import io.dromedary.instance.Instance;
import io.dromedary.query.Plan;
import io.dromedary.query.PlannedRequests;
import io.dromedary.query.QueryBatch;
import io.dromedary.resource.ResourceJson;
import io.dromedary.resource.ResourceReply;
import java.util.Collection;

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

    /**
     * Returns what running the batch would send, and what is wrong with it.
     *
     * @param planned one for each group of the plan, in any order
     */
    public ResourceReply reply(QueryBatch batch, Plan plan, Collection<PlannedRequests> planned, Instance instance) {
        var answer = json.object();
        var requests =
                planned.stream().flatMap(group -> group.requests().stream()).toList();
        var out = answer.putArray("requests");
        requests.forEach(request -> write(request, out.addObject()));
        plan.groups().stream()
                .findFirst()
                .ifPresent(group -> IntervalReason.write(batch, group, answer.putObject("interval")));
        budget.write(
                instance,
                requests.stream().map(PlannedRequests.Planned::request).toList(),
                answer.putObject("budget"));
        new ExplanationProblems(batch, plan, planned).write(answer.putArray("problems"));
        return json.reply(answer);
    }

    private void write(PlannedRequests.Planned planned, ObjectNode out) {
        var request = planned.request();
        var refIds = out.putArray("refIds");
        planned.refIds().forEach(refIds::add);
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
}
