// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.traces;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.frame.Notice;
import io.dromedary.metricql.RefusedException;
import io.dromedary.metricql.change.Filter;
import io.dromedary.query.Answer;
import io.dromedary.query.PlannedRequests;
import io.dromedary.query.Query;
import io.dromedary.query.QueryGroup;
import io.dromedary.query.VariableTexts;
import io.dromedary.query.traces.TraceTask.Part;
import io.dromedary.search.SearchText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The steps of a query for traces, for the route that calls Datadog between them. Stateless. */
public final class TracesPlanner {

    private static final int MAX_PEERS = 20;

    /**
     * Returns the calls to make.
     *
     * @throws FailedException 400 if the trace id is none
     */
    public List<TraceTask> plan(Query.Traces query) {
        return query.product().equals("trace") ? List.of(trace(query)) : map(query);
    }

    private static TraceTask trace(Query.Traces query) {
        var ids = VariableTexts.each(query.traceId(), query.variables());
        if (ids.size() > 1) {
            throw new FailedException(Failure.badRequest(
                    "There are " + ids.size() + " trace ids; choose one, or repeat the panel for each"));
        }
        return TraceTask.of(Part.TRACE, TraceRequests.trace(TraceId.path(ids.isEmpty() ? "" : ids.get(0))));
    }

    private static List<TraceTask> map(Query.Traces query) {
        var search = search(query);
        var range = query.window().range();
        return List.of(
                TraceTask.of(
                        Part.SERVICES,
                        TraceRequests.aggregate(search, range, query.limit(), List.of("service", "status"))),
                TraceTask.of(
                        Part.PEERS,
                        TraceRequests.aggregate(
                                withPeers(search),
                                range,
                                Math.min(query.limit(), MAX_PEERS),
                                List.of("service", "@peer.service", "status"))),
                TraceTask.of(Part.RELATIONS, TraceRequests.relations()));
    }

    private static String withPeers(String search) {
        var peers = "@peer.service:*";
        return search.equals("*") ? peers : "(" + search + ") " + peers;
    }

    /** @throws FailedException 400 for an error in the search text, or a variable or filter that does not fit */
    private static String search(Query.Traces query) {
        var filters = new ArrayList<>(query.filters());
        var envs = VariableTexts.each(query.env(), query.variables());
        envs = envs.stream().filter(env -> !env.isBlank()).toList();
        if (!envs.isEmpty()) {
            filters.add(new Filter("env", Filter.Operator.ONE_OF, envs));
        }
        try {
            return SearchText.complete(query.text(), query.variables(), filters);
        } catch (RefusedException refused) {
            throw new FailedException(Failure.badRequest(String.valueOf(refused.getMessage())));
        }
    }

    /** Returns the call with what Datadog answered. */
    public TraceTask replied(TraceTask task, JsonNode reply) {
        return new TraceTask(task.part(), task.request(), reply, null);
    }

    /** Returns the call with why there is no answer. */
    public TraceTask failed(TraceTask task, Throwable thrown) {
        return new TraceTask(task.part(), task.request(), null, Failure.of(thrown));
    }

    /** Returns the answer, or the first failure that it cannot do without. */
    public Answer answer(Query.Traces query, List<TraceTask> tasks) {
        var notices = new ArrayList<Notice>();
        for (var task : tasks) {
            var failure = task.failure();
            if (failure != null && task.part() != Part.RELATIONS) {
                return Answer.failed(query.refId(), explained(failure, task.part()));
            }
            if (failure != null) {
                notices.add(Notice.warning("Calls between services are missing: " + failure.text()));
            }
        }
        var executed = executed(tasks.get(0));
        if (!query.product().equals("trace")) {
            return Answer.of(query.refId(), graph(tasks).frames(query.refId(), executed, notices));
        }
        var trace = TraceReply.of(Objects.requireNonNull(tasks.get(0).reply()));
        return Answer.of(
                query.refId(),
                query.mode().equals("graph")
                        ? ServiceGraph.of(trace).frames(query.refId(), executed, TraceFrames.notices(trace, 0))
                        : List.of(TraceFrames.waterfall(query.refId(), executed, trace)));
    }

    private static Failure explained(Failure failure, Part part) {
        return failure.status() == 404 && part == Part.TRACE
                ? new Failure(
                        404,
                        failure.source(),
                        "Datadog has no such trace: it may be older than 15 minutes and not kept by a retention filter,"
                                + " or of another site or organization")
                : failure;
    }

    private static ServiceGraph graph(List<TraceTask> tasks) {
        var map = new ServiceMap();
        reply(tasks, Part.SERVICES, map::addServices);
        reply(tasks, Part.PEERS, map::addPeers);
        var traced = map.graph().names();
        reply(tasks, Part.RELATIONS, reply -> map.addRelations(reply, traced));
        return map.graph();
    }

    private static void reply(List<TraceTask> tasks, Part part, Consumer<JsonNode> taker) {
        for (var task : tasks) {
            var reply = task.reply();
            if (task.part() == part && reply != null) {
                taker.accept(reply);
            }
        }
    }

    private static String executed(TraceTask task) {
        var body = task.request().body();
        return task.request().method() + " " + task.request().path() + (body == null ? "" : " " + body);
    }

    /** Returns the answer to a query that failed as a whole. */
    public Answer failed(Query asked, Throwable thrown) {
        return Answer.failed(asked.refId(), Failure.of(thrown));
    }

    /** Tells what running a group sends. */
    public PlannedRequests rehearse(QueryGroup group) {
        var planned = new ArrayList<PlannedRequests.Planned>();
        var settled = new ArrayList<Answer>();
        for (var query : group.queries()) {
            try {
                plan((Query.Traces) query)
                        .forEach(task ->
                                planned.add(new PlannedRequests.Planned(List.of(query.refId()), task.request())));
            } catch (FailedException refused) {
                settled.add(Answer.failed(query.refId(), refused.failure()));
            }
        }
        return new PlannedRequests(group, planned, settled, Map.of());
    }
}
