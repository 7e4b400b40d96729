// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.dromedary.metricql.Problem;
import io.dromedary.query.Answer;
import io.dromedary.query.Plan;
import io.dromedary.query.PlannedRequests;
import io.dromedary.query.QueryBatch;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is wrong with the queries of a batch: with its place where one is known, else the text that a panel would show.
 */
final class ExplanationProblems {

    private final QueryBatch batch;
    private final Map<String, List<Problem>> placed = new HashMap<>();
    private final Map<String, String> failures = new HashMap<>();

    ExplanationProblems(QueryBatch batch, Plan plan, Collection<PlannedRequests> planned) {
        this.batch = batch;
        planned.forEach(group -> placed.putAll(group.problems()));
        Stream.concat(plan.settled().stream(), planned.stream().flatMap(group -> group.settled().stream()))
                .forEach(this::note);
    }

    private void note(Answer settled) {
        var failure = settled.failure();
        if (failure != null) {
            failures.put(settled.refId(), failure.text());
        }
    }

    void write(ArrayNode out) {
        for (var refId : batch.refIds()) {
            var problems = placed.getOrDefault(refId, List.of());
            problems.forEach(
                    problem -> ProblemJson.write(problem, out.addObject().put("refId", refId)));
            var failure = failures.get(refId);
            if (failure != null && problems.stream().noneMatch(Problem::isError)) {
                out.addObject().put("refId", refId).put("severity", "error").put("message", failure);
            }
        }
    }
}
