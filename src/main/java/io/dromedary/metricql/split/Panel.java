// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.split;

import io.dromedary.metricql.Problem;
import io.dromedary.metricql.Span;
import io.dromedary.metricql.check.Checker;
import io.dromedary.metricql.language.NearestWord;
import io.dromedary.metricql.syntax.Parsed;
import io.dromedary.metricql.tree.Expression;
import io.dromedary.metricql.tree.Leaves;
import io.dromedary.metricql.tree.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The metric queries of a panel, which may refer to each other by {@code $A} or {@code #A}, hidden ones too. A mistake
 * is a problem of the query that makes it and of those that need it, and of no other.
 *
 * <p>Not safe for use by several threads.
 */
public final class Panel {

    /** Most nodes of a tree after all references are replaced; a panel that doubles itself in each query stops here. */
    static final int LARGEST = 10_000;

    /** Deepest tree after all references are replaced. */
    static final int DEEPEST = 300;

    private final Map<String, Parsed> queries;
    private final Set<String> names;
    private final References references;
    private final Function<Parsed, List<Problem>> checker;
    private final Map<String, Resolved> resolved = new HashMap<>();
    private final Map<String, Measure> measures = new HashMap<>();

    /** @param queries what is known by which refId */
    public Panel(Map<String, Parsed> queries) {
        this(queries, Checker::check);
    }

    /**
     * @param queries what is known by which refId
     * @param checker all problems of a query alone
     */
    public Panel(Map<String, Parsed> queries, Function<Parsed, List<Problem>> checker) {
        this(queries, queries.keySet(), checker);
    }

    /**
     * @param queries what is known by which refId: those to be resolved, and all they refer to
     * @param names the refIds of the whole panel, to suggest one
     * @param checker all problems of a query alone
     */
    public Panel(Map<String, Parsed> queries, Set<String> names, Function<Parsed, List<Problem>> checker) {
        this.checker = checker;
        this.names = new LinkedHashSet<>(names);
        this.queries = new LinkedHashMap<>(queries);
        references = new References(this.queries);
    }

    /**
     * A query without references.
     *
     * @param expressions the query's expressions with those of other queries put in; empty when there are errors
     * @param problems all problems of the query, those of its form and words included, in the order of its text
     */
    public record Resolved(List<Expression> expressions, List<Problem> problems) {

        public boolean isGood() {
            return problems.stream().noneMatch(Problem::isError);
        }
    }

    /**
     * Returns a query of the panel with all it refers to put in its place.
     *
     * @throws IllegalArgumentException if the panel has no such query
     */
    public Resolved resolve(String refId) {
        for (var needed : references.needed(refId)) {
            var parsed = queries.get(needed);
            if (parsed != null && !resolved.containsKey(needed)) {
                resolved.put(needed, fresh(needed, parsed));
            }
        }
        var known = resolved.get(refId);
        if (known == null) {
            throw new IllegalArgumentException("no query " + refId);
        }
        return known;
    }

    private Resolved fresh(String refId, Parsed parsed) {
        var problems = new ArrayList<>(checker.apply(parsed));
        for (var reference : references.of(refId)) {
            explain(refId, reference)
                    .ifPresent(
                            message -> problems.add(Problem.error(parsed.spans().whole(reference), message)));
        }
        if (problems.stream().anyMatch(Problem::isError)) {
            return new Resolved(List.of(), List.copyOf(problems));
        }
        return joined(refId, parsed, problems);
    }

    private Resolved joined(String refId, Parsed parsed, List<Problem> problems) {
        long size = 0;
        int depth = 0;
        var whole = new ArrayList<Expression>();
        for (var expression : parsed.expressions()) {
            var measure = measure(expression);
            size += measure.size();
            depth = Math.max(depth, measure.depth());
        }
        if (size > LARGEST || depth > DEEPEST) {
            problems.add(Problem.error(
                    new Span(0, parsed.text().length()), "too large once the queries it refers to are put in"));
            return new Resolved(List.of(), List.copyOf(problems));
        }
        measures.put(refId, new Measure(size, depth));
        parsed.expressions().forEach(expression -> whole.add(Leaves.map(expression, this::target)));
        return new Resolved(List.copyOf(whole), List.copyOf(problems));
    }

    private Expression target(Expression leaf) {
        if (!(leaf instanceof Reference reference)) {
            return leaf;
        }
        return Objects.requireNonNull(resolved.get(reference.refId()))
                .expressions()
                .get(0);
    }

    private record Measure(long size, int depth) {}

    /** Returns the size of an expression with references replaced, without replacing them. */
    private Measure measure(Expression expression) {
        if (expression instanceof Reference reference) {
            return measures.getOrDefault(reference.refId(), new Measure(1, 1));
        }
        long size = 1;
        int depth = 0;
        for (var child : expression.children()) {
            var measure = measure(child);
            size += measure.size();
            depth = Math.max(depth, measure.depth());
        }
        return new Measure(size, depth + 1);
    }

    private Optional<String> explain(String refId, Reference reference) {
        var other = reference.refId();
        if (!queries.containsKey(other)) {
            var nearest = NearestWord.to(other, names);
            return Optional.of("this panel has no metric query " + other
                    + nearest.filter(name -> !name.equals(refId))
                            .map(name -> ": did you mean " + name + "?")
                            .orElse(""));
        }
        var target = resolved.get(other);
        if (target == null || !target.isGood()) {
            var cycle = references.path(other, refId);
            return Optional.of(
                    cycle.isPresent()
                            ? refId + " needs itself: " + refId + " → " + String.join(" → ", cycle.get())
                            : "query " + other + ", which is needed here, has an error");
        }
        return target.expressions().size() == 1
                ? Optional.empty()
                : Optional.of("query " + other + " has several expressions: a reference needs one");
    }
}
