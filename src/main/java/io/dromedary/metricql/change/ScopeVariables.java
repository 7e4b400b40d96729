// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.change;

import io.dromedary.metricql.RefusedException;
import io.dromedary.metricql.syntax.Parser;
import io.dromedary.metricql.tree.Condition;
import io.dromedary.metricql.tree.MetricQuery;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Variables in filters. An empty answer means that the filter is dropped. */
final class ScopeVariables implements Condition.Visitor<Optional<Condition>> {

    private final Replacement values;

    ScopeVariables(Replacement values) {
        this.values = values;
    }

    /** Returns the condition with variables replaced; everything when all filters are dropped. */
    Condition replaced(Condition condition) {
        return condition.accept(this).orElseGet(Condition.Everything::new);
    }

    @Override
    public Optional<Condition> everything(Condition.Everything everything) {
        return Optional.of(everything);
    }

    @Override
    public Optional<Condition> absent(Condition.Absent absent) {
        return Optional.of(absent);
    }

    @Override
    public Optional<Condition> tag(Condition.Tag tag) {
        var value = tag.value();
        if (value == null) {
            return alone(tag.key());
        }
        return oneOf(values.single(tag.key(), "a tag key"), filled(values.all(value)), false);
    }

    @Override
    public Optional<Condition> in(Condition.In in) {
        var all = in.values().stream()
                .flatMap(value -> values.all(value).stream())
                .distinct()
                .toList();
        var key = values.single(in.key(), "a tag key");
        return all.equals(in.values()) && !key.isEmpty()
                ? Optional.of(new Condition.In(key, all, in.negated()))
                : oneOf(key, filled(all), in.negated());
    }

    private static List<String> filled(List<String> values) {
        return values.stream().filter(value -> !value.isEmpty()).toList();
    }

    private static Optional<Condition> oneOf(String key, List<String> values, boolean negated) {
        if (key.isEmpty() || values.isEmpty()) {
            return Optional.empty();
        }
        if (values.size() > 1 && !values.contains("*")) {
            return Optional.of(new Condition.In(key, values, negated));
        }
        var tag = new Condition.Tag(key, values.size() == 1 ? values.get(0) : "*");
        return Optional.of(negated ? new Condition.Not(tag) : tag);
    }

    /** Returns what a word alone becomes; a variable alone stands for whole filters: {@code {$scope}}. */
    private Optional<Condition> alone(String key) {
        var variable = values.whole(key);
        if (variable.isEmpty()) {
            var tag = values.single(key, "a filter");
            return tag.isEmpty() ? Optional.empty() : Optional.of(new Condition.Tag(tag, null));
        }
        if (variable.get().all()) {
            return Optional.empty();
        }
        var filters =
                filled(values.all(key)).stream().map(text -> filters(key, text)).toList();
        return filters.size() < 2 ? filters.stream().findFirst() : Optional.of(either(filters));
    }

    private static Condition filters(String variable, String text) {
        var parsed = Parser.parse("m{" + text + "}");
        if (parsed.problems().isEmpty()
                && parsed.expressions().size() == 1
                && parsed.expression() instanceof MetricQuery query
                && isScopeOnly(query)) {
            return query.scope().condition();
        }
        throw new RefusedException("the value " + text + " of " + variable + " is no filter such as env:prod");
    }

    /** Returns whether a value stayed inside the braces and brought no group keys or modifiers along. */
    private static boolean isScopeOnly(MetricQuery query) {
        return query.by().isEmpty() && query.modifiers().isEmpty();
    }

    private static Condition either(List<Condition> filters) {
        var keys = filters.stream()
                .map(filter -> filter instanceof Condition.Tag tag && tag.value() != null ? tag.key() : "")
                .distinct()
                .toList();
        if (keys.size() != 1 || keys.get(0).isEmpty()) {
            return new Condition.Or(filters);
        }
        var values = filters.stream()
                .map(filter -> ((Condition.Tag) filter).value())
                .flatMap(value -> Optional.ofNullable(value).stream())
                .toList();
        return new Condition.In(keys.get(0), values, false);
    }

    @Override
    public Optional<Condition> not(Condition.Not not) {
        return not.operand().accept(this).map(ScopeVariables::negated);
    }

    private static Condition negated(Condition condition) {
        return condition instanceof Condition.In in
                ? new Condition.In(in.key(), in.values(), !in.negated())
                : new Condition.Not(condition);
    }

    @Override
    public Optional<Condition> and(Condition.And and) {
        return joined(and.parts(), Condition.And::new);
    }

    @Override
    public Optional<Condition> or(Condition.Or or) {
        return joined(or.parts(), Condition.Or::new);
    }

    private Optional<Condition> joined(List<Condition> parts, Function<List<Condition>, Condition> join) {
        var kept = parts.stream().flatMap(part -> part.accept(this).stream()).toList();
        return kept.size() < 2 ? kept.stream().findFirst() : Optional.of(join.apply(kept));
    }
}
