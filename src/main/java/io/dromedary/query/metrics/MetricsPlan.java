// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.query.Answer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;

/**
 * What is to be asked for a group of queries.
 *
 * @param refIds all queries of the group, in their order
 * @param settled answers that need no call: queries that cannot be run
 * @param batches what is sent in one call each
 */
public record MetricsPlan(List<String> refIds, List<Answer> settled, List<MetricsBatch> batches) {

    public MetricsPlan {
        refIds = List.copyOf(refIds);
        settled = List.copyOf(settled);
        batches = List.copyOf(batches);
    }

    /** Returns the answers of all batches and those that needed no call, in the order of the queries. */
    List<Answer> complete(Collection<Answer> answers) {
        var byRefId = new HashMap<String, Answer>();
        settled.forEach(answer -> byRefId.put(answer.refId(), answer));
        answers.forEach(answer -> byRefId.put(answer.refId(), answer));
        var complete = new ArrayList<Answer>();
        for (var refId : refIds) {
            var answer = byRefId.get(refId);
            if (answer != null) {
                complete.add(answer);
            }
        }
        return complete;
    }
}
