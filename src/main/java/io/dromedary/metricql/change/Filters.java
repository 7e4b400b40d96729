// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.change;

import io.dromedary.metricql.RefusedException;
import io.dromedary.metricql.tree.Condition;
import io.dromedary.metricql.tree.Expression;
import io.dromedary.metricql.tree.Leaves;
import io.dromedary.metricql.tree.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Adds filters to every scope of an expression. They are written in the style of the scope; where only words can say
 * one ({@code IN}), the whole scope becomes words.
 */
public final class Filters {

    private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{N}_.@/-]+");

    private Filters() {}

    /**
     * Returns the expression with all filters in each of its scopes.
     *
     * @throws RefusedException if a key or value cannot be written in a query
     */
    public static Expression add(Expression expression, List<Filter> filters) {
        if (filters.isEmpty()) {
            return expression;
        }
        filters.forEach(Filters::checkKey);
        var added = filters.stream().map(Filters::condition).toList();
        return Leaves.mapQueries(expression, query -> query.withScope(narrowed(query.scope(), added)));
    }

    private static Scope narrowed(Scope scope, List<Condition> added) {
        var parts = new ArrayList<Condition>();
        var own = scope.condition();
        if (!(own instanceof Condition.Everything || own instanceof Condition.Absent)) {
            parts.add(own);
        }
        parts.addAll(added);
        return new Scope(scope.style(), parts.size() == 1 ? parts.get(0) : new Condition.And(parts));
    }

    /**
     * Returns a filter as a condition.
     *
     * @throws RefusedException if a value cannot be written in a query
     */
    public static Condition condition(Filter filter) {
        var values = values(filter);
        if (values.isEmpty()) {
            throw new RefusedException(
                    "the filter on " + filter.key() + " has no value: choose one or remove the filter");
        }
        boolean negated = filter.operator().negated();
        if (values.size() > 1) {
            return new Condition.In(filter.key(), values, negated);
        }
        var tag = new Condition.Tag(filter.key(), values.get(0));
        return negated ? new Condition.Not(tag) : tag;
    }

    private static void checkKey(Filter filter) {
        if (!KEY.matcher(filter.key()).matches()) {
            throw new RefusedException(
                    "the filter key " + filter.key() + " is no tag key: use letters, digits and _ - . /");
        }
    }

    private static List<String> values(Filter filter) {
        var operator = filter.operator();
        boolean pattern = operator == Filter.Operator.MATCHES || operator == Filter.Operator.NOT_MATCHES;
        return filter.values().stream()
                .flatMap(value -> pattern ? Wildcards.of(filter.key(), value).stream() : List.of(value).stream())
                .filter(value -> !value.isEmpty())
                .map(value -> TagValues.checked(filter.key(), value))
                .distinct()
                .toList();
    }
}
