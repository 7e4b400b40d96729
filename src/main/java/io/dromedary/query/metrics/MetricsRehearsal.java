// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.metricql.Problem;
import io.dromedary.metricql.split.Panel;
import io.dromedary.metricql.syntax.Parsed;
import io.dromedary.query.PlannedRequests;
import io.dromedary.query.Query;
import io.dromedary.query.QueryGroup;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what a plan sends, without sending it. Stateless. */
public final class MetricsRehearsal {

    private final MetricsRequests requests;

    public MetricsRehearsal(MetricsRequests requests) {
        this.requests = requests;
    }

    /**
     * Returns what running a group of queries sends.
     *
     * @param plan the one by which the group is run
     */
    public PlannedRequests of(QueryGroup group, MetricsPlan plan) {
        var planned = plan.batches().stream()
                .map(batch -> new PlannedRequests.Planned(refIds(batch), requests.build(batch.call())))
                .toList();
        return new PlannedRequests(group, planned, plan.settled(), problems(group));
    }

    private static List<String> refIds(MetricsBatch batch) {
        return batch.queries().stream().map(ready -> ready.query().refId()).toList();
    }

    private static Map<String, List<Problem>> problems(QueryGroup group) {
        var parsed = new LinkedHashMap<String, Parsed>();
        var refIds = group.panel().stream().map(Query::refId).collect(Collectors.toSet());
        for (var query : group.panel()) {
            parsed.put(query.refId(), parsed(query, group, refIds));
        }
        var panel = new Panel(parsed, QueryCheck::check);
        var problems = new HashMap<String, List<Problem>>();
        group.panel().stream()
                .filter(query -> query.kind() == group.kind())
                .forEach(query ->
                        problems.put(query.refId(), panel.resolve(query.refId()).problems()));
        return problems;
    }

    /** As it is written: places in the text are told. */
    private static Parsed parsed(Query query, QueryGroup group, Set<String> refIds) {
        return query instanceof Query.Metrics metrics
                ? PanelText.parse(metrics, refIds)
                : PreparedQuery.of(query, group.window(), refIds, SloNames.NONE).parsed();
    }
}
