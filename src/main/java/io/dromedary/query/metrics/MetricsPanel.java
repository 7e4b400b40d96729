// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.call.Failure;
import io.dromedary.frame.Frame;
import io.dromedary.frame.FrameMeta;
import io.dromedary.frame.FrameType;
import io.dromedary.frame.Notice;
import io.dromedary.metricql.Problem;
import io.dromedary.metricql.change.MetricType;
import io.dromedary.metricql.split.Panel;
import io.dromedary.metricql.syntax.Parsed;
import io.dromedary.metricql.tree.Expression;
import io.dromedary.metricql.tree.Foreign;
import io.dromedary.metricql.tree.Leaves;
import io.dromedary.metricql.tree.MetricQuery;
import io.dromedary.query.Answer;
import io.dromedary.query.Query;
import io.dromedary.query.QueryGroup;
import io.dromedary.query.QuerySource;
import io.dromedary.query.RollupPolicy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A group of metric queries and all they may refer to, understood. Immutable. */
public final class MetricsPanel {

    private static final Failure NO_METRIC =
            Failure.badRequest("This query asks for no metric; write one like avg:system.cpu.user{*}");

    private final QueryGroup group;
    private final SloNames slos;
    private final Set<String> names;

    /** Those asked for and all they refer to: a panel of a thousand queries in as many windows reads each once. */
    private final Map<String, PreparedQuery> prepared = new LinkedHashMap<>();

    MetricsPanel(QueryGroup group, SloNames slos) {
        this.group = group;
        this.slos = slos;
        var known = new LinkedHashMap<String, Query>();
        group.panel().forEach(query -> known.put(query.refId(), query));
        // of two queries with one name, the one that is asked for
        group.queries().forEach(query -> known.put(query.refId(), query));
        names = new LinkedHashSet<>(known.keySet());
        var open = new ArrayDeque<String>();
        group.queries().forEach(query -> open.add(query.refId()));
        while (!open.isEmpty()) {
            var query = known.remove(open.remove());
            if (query != null) {
                var one = PreparedQuery.of(query, group.window(), names, slos);
                prepared.put(query.refId(), one);
                open.addAll(one.references());
            }
        }
    }

    /** Returns the metrics whose type must be known to choose a rollup, each once. */
    Set<String> untypedMetrics() {
        var metrics = new LinkedHashSet<String>();
        group.queries().stream()
                .flatMap(query -> reachable(query.refId()).stream())
                .distinct()
                .filter(one -> one.isGood() && one.rollup().kind() == RollupPolicy.Kind.AUTO)
                .flatMap(one -> one.parsed().expressions().stream())
                .flatMap(expression -> Leaves.queries(expression).stream())
                .filter(RollupChoice::needsType)
                .map(MetricQuery::metric)
                .forEach(metrics::add);
        return metrics;
    }

    /**
     * Decides what to send.
     *
     * @param types of the metrics as far as they are known
     */
    MetricsPlan plan(Map<String, MetricType> types, CallLimits limits) {
        var rollups = new RollupChoice(types, group.window());
        var trees = new LinkedHashMap<String, Parsed>();
        prepared.forEach((refId, one) -> trees.put(
                refId,
                one.with(expression -> rollups.apply(expression, one.rollup())).parsed()));
        var panel = new Panel(trees, names, Parsed::problems);
        var settled = new ArrayList<Answer>();
        var ready = new ArrayList<ReadyQuery>();
        for (var query : group.queries()) {
            var resolved = panel.resolve(query.refId());
            var answer = withoutCall(query, resolved);
            if (answer == null) {
                ready.add(ready(query.refId(), resolved, rollups));
            } else {
                settled.add(answer);
            }
        }
        var refIds = group.queries().stream().map(Query::refId).toList();
        return new MetricsPlan(refIds, settled, MetricsBatch.of(group.window(), ready, limits));
    }

    /** Returns the answer to a query that there is nothing to ask for, null for all others. */
    private @Nullable Answer withoutCall(Query query, Panel.Resolved resolved) {
        var unlisted = query instanceof Query.Slos several ? slos.failure(several) : null;
        if (unlisted != null) {
            return Answer.failed(query.refId(), unlisted);
        }
        if (!resolved.isGood()) {
            return Answer.failed(query.refId(), failure(query.refId(), resolved.problems()));
        }
        if (resolved.expressions().isEmpty()) {
            return nothing((Query.Numeric) query);
        }
        return asksNoMetric(resolved) ? Answer.failed(query.refId(), NO_METRIC) : null;
    }

    private static Answer nothing(Query.Numeric query) {
        var type = query.reduction() == null ? FrameType.TIMESERIES_MULTI : FrameType.NUMERIC_LONG;
        var meta = FrameMeta.of(type, null, List.of(Notice.info("There are no SLOs to show")));
        return Answer.of(query.refId(), List.of(new Frame("", query.refId(), meta, List.of())));
    }

    /** A variable may have put a number where a metric should be. */
    private static boolean asksNoMetric(Panel.Resolved resolved) {
        return resolved.expressions().stream()
                .anyMatch(expression -> Leaves.queries(expression).isEmpty()
                        && Leaves.of(expression, Foreign.class).isEmpty());
    }

    private ReadyQuery ready(String refId, Panel.Resolved resolved, RollupChoice rollups) {
        var one = one(refId);
        var doubts = reachable(refId).stream()
                .flatMap(other -> other.parsed().problems().stream())
                .map(Problem::message)
                .filter(message -> message.startsWith("unknown "))
                .distinct()
                .toList();
        var expressions = resolved.expressions().stream()
                .map(expression -> Leaves.map(expression, this::first))
                .toList();
        var notices = new ArrayList<>(rollups.notices(expressions));
        if (one.query() instanceof Query.Slos several) {
            notices.addAll(slos.notices(several));
        }
        return new ReadyQuery(one.query(), expressions, one.names(), notices, doubts, sources());
    }

    /** Equal queries of other data sources are known by the first one's name, so that they are asked once. */
    private Expression first(Expression leaf) {
        if (!(leaf instanceof Foreign foreign)) {
            return leaf;
        }
        var sources = sources();
        var source = sources.get(foreign.name());
        return sources.entrySet().stream()
                .filter(other -> other.getValue().equals(source))
                .findFirst()
                .<Expression>map(other -> new Foreign(other.getKey()))
                .orElse(leaf);
    }

    private Map<String, QuerySource> sources() {
        var sources = new LinkedHashMap<String, QuerySource>();
        prepared.values().forEach(one -> sources.putAll(one.sources()));
        return sources;
    }

    /** Names the query at fault, too, when it is one that is referred to: it may be hidden. */
    private Failure failure(String refId, List<Problem> problems) {
        var text = ProblemText.ofErrors(one(refId).parsed().text(), problems);
        if (!one(refId).isGood()) {
            return Failure.badRequest(text);
        }
        var guilty = reachable(refId).stream().filter(other -> !other.isGood()).findFirst();
        return Failure.badRequest(text
                + guilty.map(other -> ". Query " + other.query().refId() + ": "
                                + ProblemText.ofErrors(
                                        other.parsed().text(), other.parsed().problems()))
                        .orElse(""));
    }

    /** Returns a query and all it refers to, itself or by others. */
    private List<PreparedQuery> reachable(String refId) {
        var seen = new LinkedHashSet<String>();
        var open = new ArrayDeque<String>();
        open.add(refId);
        while (!open.isEmpty()) {
            var current = open.remove();
            if (prepared.containsKey(current) && seen.add(current)) {
                open.addAll(one(current).references());
            }
        }
        return seen.stream().map(this::one).toList();
    }

    private PreparedQuery one(String refId) {
        var one = prepared.get(refId);
        if (one == null) {
            throw new IllegalArgumentException("no query " + refId);
        }
        return one;
    }
}
