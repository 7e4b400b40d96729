// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.metricql.syntax.Parsed;
import io.dromedary.metricql.syntax.Parser;
import io.dromedary.metricql.tree.Leaves;
import io.dromedary.metricql.tree.Variable;
import io.dromedary.query.Query;
import java.util.Set;

/**
 * Reads the text of a query among the others of its panel: {@code $errors} is the query of that name where there is
 * one, and no variable.
 */
final class PanelText {

    private PanelText() {}

    /** @param refIds of the panel's queries */
    static Parsed parse(Query.Metrics query, Set<String> refIds) {
        var parsed = Parser.parse(query.text());
        var text = new StringBuilder(query.text());
        parsed.expressions().stream()
                .flatMap(expression -> Leaves.of(expression, Variable.class).stream())
                .filter(leaf -> isQuery(leaf.text(), query, refIds))
                .forEach(leaf -> text.setCharAt(parsed.spans().whole(leaf).from(), '#'));
        var changed = Parser.parse(text.toString());
        return new Parsed(query.text(), changed.expressions(), changed.spans(), changed.problems());
    }

    private static boolean isQuery(String variable, Query.Metrics query, Set<String> refIds) {
        var name = variable.substring(1);
        return variable.charAt(0) == '$'
                && refIds.contains(name)
                && !query.variables().containsKey(name);
    }
}
