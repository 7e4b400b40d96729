// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import io.dromedary.metricql.tree.Expression;
import java.util.List;

/**
 * A query of a request.
 *
 * @param name how formulas call it
 * @param aggregator how a scalar request makes one number of a line; {@code avg} when nobody asks
 */
public record Query(String name, Expression expression, String aggregator) {

    /**
     * Reads a query.
     *
     * @param text in the metric query language
     * @throws RefusedQueryException if it cannot be understood, or holds several expressions
     */
    public static Query of(String name, String text, String aggregator) {
        var expressions = all(text);
        if (expressions.size() > 1) {
            throw new RefusedQueryException("query '" + name + "' must be a single expression");
        }
        return new Query(name, expressions.get(0), aggregator);
    }

    /** The expressions between top-level commas. */
    public static List<Expression> all(String text) {
        return Syntax.queries(text);
    }
}
