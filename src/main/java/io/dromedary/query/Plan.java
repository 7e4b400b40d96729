// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import io.dromedary.call.Failure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;

/**
 * What is to be done for a batch.
 *
 * @param refIds all queries of the batch, in their order
 * @param groups what travels together
 * @param settled answers that need no call: queries that could not be understood, hidden ones that nothing refers to
 */
public record Plan(List<String> refIds, List<QueryGroup> groups, List<Answer> settled) {

    private static final Failure UNANSWERED = Failure.bug("Dromedary lost the answer of this query; see its log");

    public Plan {
        refIds = List.copyOf(refIds);
        groups = List.copyOf(groups);
        settled = List.copyOf(settled);
    }

    /**
     * Puts the groups' answers together: one for each query of the batch, in its order.
     *
     * @param answers of each group, in any order
     */
    public List<Answer> complete(Collection<? extends Collection<Answer>> answers) {
        var byRefId = new HashMap<String, Answer>();
        settled.forEach(answer -> byRefId.put(answer.refId(), answer));
        answers.forEach(group -> group.forEach(answer -> byRefId.put(answer.refId(), answer)));
        var ordered = new ArrayList<Answer>(refIds.size());
        for (var refId : refIds) {
            var answer = byRefId.get(refId);
            ordered.add(answer == null ? Answer.failed(refId, UNANSWERED) : answer);
        }
        return ordered;
    }
}
