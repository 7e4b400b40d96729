// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Decides which queries travel together. Stateless. */
public final class QueryPlanner {

    private static final Failure UNANSWERED = Failure.bug("Dromedary lost the answer of this query; see its log");

    private final QueryReader reader;

    public QueryPlanner(QueryReader reader) {
        this.reader = reader;
    }

    /**
     * Reads the queries of a batch and groups those of equal kind and window. A query that cannot be understood fails
     * alone.
     *
     * <p>When a panel asks, hidden queries get an empty answer, and are there for others to refer to; a batch of only
     * hidden queries comes from Grafana's expressions, which ask for their operands one by one, and is answered in
     * full.
     */
    public Plan plan(QueryBatch batch) {
        var settled = new ArrayList<Answer>();
        var queries = new ArrayList<Query>();
        for (var asked : batch.queries()) {
            try {
                queries.add(reader.read(asked, batch.fresh()));
            } catch (FailedException refused) {
                settled.add(Answer.failed(asked.refId(), refused.failure()));
            }
        }
        var leaveOutHidden = batch.shown() && queries.stream().anyMatch(query -> !query.hidden());
        var wanted = new ArrayList<Query>();
        for (var query : queries) {
            if (leaveOutHidden && query.hidden()) {
                settled.add(Answer.of(query.refId(), List.of()));
            } else {
                wanted.add(query);
            }
        }
        return new Plan(batch.refIds(), groups(wanted, queries), settled);
    }

    /**
     * Puts the groups' answers together: one for each query of the batch, in its order.
     *
     * @param answers of each group, in any order
     */
    public List<Answer> complete(Plan plan, Collection<? extends Collection<Answer>> answers) {
        var byRefId = new HashMap<String, Answer>();
        plan.settled().forEach(answer -> byRefId.put(answer.refId(), answer));
        answers.forEach(group -> group.forEach(answer -> byRefId.put(answer.refId(), answer)));
        return plan.refIds().stream()
                .map(refId -> byRefId.getOrDefault(refId, Answer.failed(refId, UNANSWERED)))
                .toList();
    }

    private static List<QueryGroup> groups(List<Query> wanted, List<Query> all) {
        record Companions(Query.Kind kind, Window window) {}
        return wanted.stream()
                .collect(Collectors.groupingBy(
                        query -> new Companions(query.kind(), query.window()), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> new QueryGroup(
                        group.getKey().kind(),
                        group.getKey().window(),
                        group.getValue(),
                        companions(group.getKey().kind(), all)))
                .toList();
    }

    /** Returns what queries of a kind may refer to: others of the kind, and for formulas what counts events, too. */
    private static List<Query> companions(Query.Kind kind, List<Query> queries) {
        return queries.stream()
                .filter(query ->
                        query.kind() == kind || (kind == Query.Kind.METRICS && query.kind() == Query.Kind.EVENTS))
                .toList();
    }
}
