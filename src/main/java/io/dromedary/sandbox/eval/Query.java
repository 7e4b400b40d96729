// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import io.dromedary.metricql.tree.Expression;
import java.util.List;

/** A query of a request. */
public sealed interface Query {

    /** How formulas call it. */
    String name();

    /**
     * A query of metrics.
     *
     * @param aggregator how a scalar request makes one number of a line; {@code avg} when nobody asks
     */
    record OfMetrics(String name, Expression expression, String aggregator) implements Query {}

    /**
     * A query of another product.
     *
     * @param intervalMs the width of its own buckets; 0 takes the request's
     */
    record OfOther(String name, long intervalMs, Source source) implements Query {}

    /** Where the lines of another product come from. */
    interface Source {

        /** Reads a point for each bucket; of a scalar request there is one bucket, which is the window. */
        Table lines(Grid grid);
    }

    /**
     * Reads a query of metrics.
     *
     * @param text in the metric query language
     * @throws RefusedQueryException if it cannot be understood, or holds several expressions
     */
    static Query of(String name, String text, String aggregator) {
        var expressions = all(text);
        if (expressions.size() > 1) {
            throw new RefusedQueryException("query '" + name + "' must be a single expression");
        }
        return new OfMetrics(name, expressions.get(0), aggregator);
    }

    /** The expressions between top-level commas. */
    static List<Expression> all(String text) {
        return Syntax.queries(text);
    }
}
