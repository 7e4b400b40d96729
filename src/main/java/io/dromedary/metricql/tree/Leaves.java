// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The expressions at the ends of a tree: metric queries, other queries, references, variables, numbers. */
public final class Leaves {

    private Leaves() {}

    /** Returns all metric queries in an expression, from left to right. */
    public static List<MetricQuery> queries(Expression expression) {
        return of(expression, MetricQuery.class);
    }

    /** Returns all expressions of a kind, from left to right, an outer one before what is inside. */
    public static <T extends Expression> List<T> of(Expression expression, Class<T> kind) {
        var found = new ArrayList<T>();
        collect(expression, kind, found);
        return found;
    }

    /** Returns the expression with each metric query replaced. */
    public static Expression mapQueries(Expression expression, UnaryOperator<MetricQuery> change) {
        return map(expression, leaf -> leaf instanceof MetricQuery query ? change.apply(query) : leaf);
    }

    /** Returns the expression with everything that has no children replaced. */
    public static Expression map(Expression expression, UnaryOperator<Expression> change) {
        var children = expression.children();
        if (children.isEmpty()) {
            return change.apply(expression);
        }
        return expression.withChildren(
                children.stream().map(child -> map(child, change)).toList());
    }

    private static <T extends Expression> void collect(Expression expression, Class<T> kind, List<T> found) {
        if (kind.isInstance(expression)) {
            found.add(kind.cast(expression));
        }
        expression.children().forEach(child -> collect(child, kind, found));
    }
}
