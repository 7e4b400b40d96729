// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.syntax;

import io.dromedary.metricql.Problem;
import io.dromedary.metricql.tree.Expression;
import java.util.List;

/**
 * What a text means, as far as it can be told.
 *
 * @param expressions at least one; several when commas separate them at top level. Missing nodes stand for missing text
 * @param spans where the nodes stand
 * @param problems what is wrong with the form, in the order of the text; all are errors
 */
public record Parsed(String text, List<Expression> expressions, Spans spans, List<Problem> problems) {

    /** Returns the only expression, or the first of several. */
    public Expression expression() {
        return expressions.get(0);
    }
}
