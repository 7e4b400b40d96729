// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.metricql.Problem;
import io.dromedary.metricql.RefusedException;
import io.dromedary.metricql.Span;
import io.dromedary.metricql.change.Filters;
import io.dromedary.metricql.change.VariableValue;
import io.dromedary.metricql.change.Variables;
import io.dromedary.metricql.syntax.Parsed;
import io.dromedary.metricql.syntax.Printer;
import io.dromedary.metricql.syntax.Spans;
import io.dromedary.metricql.tree.Expression;
import io.dromedary.metricql.tree.Foreign;
import io.dromedary.metricql.tree.FunctionCall;
import io.dromedary.metricql.tree.Leaves;
import io.dromedary.metricql.tree.NumberValue;
import io.dromedary.metricql.tree.Reference;
import io.dromedary.query.Query;
import io.dromedary.query.QuerySource;
import io.dromedary.query.RollupPolicy;
import io.dromedary.query.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A query of a panel, understood: its variables replaced and its filters added, its references still in it.
 *
 * @param parsed the text, the changed tree, and all problems; the tree is as written where there are errors
 * @param names how each expression is written, on one line and with its variables replaced
 * @param sources what the {@link Foreign} queries in it ask, by name
 */
record PreparedQuery(Query.Numeric query, Parsed parsed, List<String> names, Map<String, QuerySource> sources) {

    /** How often the Agent sends most metrics; a rate over less than a few of these is noise. */
    private static final Duration AGENT_INTERVAL = Duration.ofSeconds(15);

    private static final Duration LEAST_RATE_INTERVAL = AGENT_INTERVAL.multipliedBy(4);

    private static final Pattern SPACE = Pattern.compile("\\s+");

    PreparedQuery {
        names = List.copyOf(names);
        sources = Map.copyOf(sources);
    }

    private PreparedQuery(Query.Numeric query, Parsed parsed, List<String> names) {
        this(query, parsed, names, Map.of());
    }

    /**
     * @param window of those who ask; a query that is only referred to is read in their window
     * @param refIds of all queries of the panel
     */
    static PreparedQuery of(Query query, Window window, Set<String> refIds, SloNames slos) {
        if (query instanceof Query.Slos several) {
            return of(several, slos);
        }
        if (query instanceof Query.Measure measure) {
            return of(measure, new Foreign(measure.refId()));
        }
        if (query instanceof Query.Metrics metrics) {
            return of(metrics, window, refIds);
        }
        if (query instanceof Query.Events events) {
            return of(events, window);
        }
        throw new IllegalArgumentException("no query of numbers: " + query.kind());
    }

    private static PreparedQuery of(Query.Events events, Window window) {
        try {
            var measure = EventMeasure.of(events);
            var foreign = new Foreign(measure.refId());
            return of(measure, EventMeasure.counts(events) ? orZero(foreign) : foreign);
        } catch (RefusedException refused) {
            var nothing = Query.Metrics.of(events.refId(), events.hidden(), window, "", events.legend());
            return new PreparedQuery(nothing, wrong(String.valueOf(refused.getMessage())), List.of());
        }
    }

    private static Parsed wrong(String message) {
        return new Parsed("", List.of(), Spans.none(), List.of(Problem.error(new Span(0, 0), message)));
    }

    /** Each SLO is an expression of its own. */
    private static PreparedQuery of(Query.Slos query, SloNames slos) {
        var failure = slos.failure(query);
        if (failure != null) {
            return new PreparedQuery(query, wrong("its SLOs could not be listed: " + failure.text()), List.of());
        }
        var expressions = new ArrayList<Expression>();
        var sources = new LinkedHashMap<String, QuerySource>();
        slos.sources(query).forEach((id, source) -> {
            var foreign = new Foreign(query.refId() + " " + id);
            expressions.add(foreign);
            sources.put(foreign.name(), source);
        });
        var parsed = new Parsed("", expressions, Spans.none(), List.of());
        var titles = sources.values().stream().map(QuerySource::title).toList();
        return new PreparedQuery(query, parsed, titles, sources);
    }

    /** @param expression what a query of another data source is to formulas, where it is known by name */
    private static PreparedQuery of(Query.Measure measure, Expression expression) {
        var parsed = new Parsed("", List.of(expression), Spans.none(), List.of());
        return new PreparedQuery(
                measure, parsed, List.of(measure.source().title()), Map.of(measure.refId(), measure.source()));
    }

    /** Datadog leaves out where there was nothing to count, and a formula would have a gap there. */
    private static Expression orZero(Expression count) {
        return new FunctionCall("default_zero", List.of(count));
    }

    private static PreparedQuery of(Query.Metrics query, Window window, Set<String> refIds) {
        var parsed = PanelText.parse(query, refIds);
        var problems = new ArrayList<>(QueryCheck.check(parsed));
        if (problems.stream().anyMatch(Problem::isError)) {
            return new PreparedQuery(query, changed(parsed, parsed.expressions(), problems), List.of());
        }
        try {
            var values = values(query, window);
            var filled = each(parsed.expressions(), expression -> filled(expression, values));
            var filtered = each(filled, expression -> Filters.add(expression, query.filters()));
            return new PreparedQuery(query, changed(parsed, filtered, problems), names(parsed, filled));
        } catch (RefusedException refused) {
            var whole = new Span(0, query.text().length());
            problems.add(Problem.error(whole, String.valueOf(refused.getMessage())));
            return new PreparedQuery(query, changed(parsed, parsed.expressions(), problems), List.of());
        }
    }

    /** Returns the query with another tree. */
    PreparedQuery with(UnaryOperator<Expression> change) {
        return isGood()
                ? new PreparedQuery(
                        query, changed(parsed, each(parsed.expressions(), change), parsed.problems()), names, sources)
                : this;
    }

    RollupPolicy rollup() {
        return query instanceof Query.Metrics metrics ? metrics.rollup() : RollupPolicy.NONE;
    }

    boolean isGood() {
        return parsed.problems().stream().noneMatch(Problem::isError);
    }

    /** Returns which queries of the panel it refers to. */
    List<String> references() {
        return parsed.expressions().stream()
                .flatMap(expression -> Leaves.of(expression, Reference.class).stream())
                .map(Reference::refId)
                .toList();
    }

    private static Map<String, VariableValue> values(Query.Metrics query, Window window) {
        var values = new HashMap<>(query.variables());
        var interval = window.interval();
        var steady = interval.plus(AGENT_INTERVAL);
        values.putAll(VariableValue.intervals(
                interval, steady.compareTo(LEAST_RATE_INTERVAL) < 0 ? LEAST_RATE_INTERVAL : steady));
        return values;
    }

    private static Expression filled(Expression expression, Map<String, VariableValue> values) {
        var filled = Variables.replace(expression, values);
        var left = Variables.names(Leaves.map(filled, leaf -> leaf instanceof Reference ? new NumberValue(0) : leaf));
        if (!left.isEmpty()) {
            throw new RefusedException("the variable $" + left.get(0)
                    + " has no value here; choose one on the dashboard, and in alert rules write the value itself");
        }
        return filled;
    }

    private static List<String> names(Parsed parsed, List<Expression> filled) {
        boolean asWritten = filled.size() == 1 && filled.equals(parsed.expressions()) && !hasComment(parsed.text());
        return asWritten
                ? List.of(SPACE.matcher(parsed.text().strip()).replaceAll(" "))
                : filled.stream().map(Printer::print).toList();
    }

    private static boolean hasComment(String text) {
        return text.contains("//") || text.contains("/*");
    }

    private static List<Expression> each(List<Expression> expressions, UnaryOperator<Expression> change) {
        return expressions.stream().map(change).toList();
    }

    private static Parsed changed(Parsed parsed, List<Expression> expressions, List<Problem> problems) {
        return new Parsed(parsed.text(), expressions, parsed.spans(), List.copyOf(problems));
    }
}
