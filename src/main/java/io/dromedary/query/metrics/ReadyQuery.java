// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.frame.Notice;
import io.dromedary.metricql.syntax.Printer;
import io.dromedary.metricql.tree.Expression;
import io.dromedary.query.Query;
import java.util.List;

/**
 * A query that can be sent.
 *
 * @param expressions what it asks, at least one, without variables and references
 * @param names how each expression is written, with references
 * @param notices what a viewer should know of how it was understood
 * @param doubts what is unknown here and left to Datadog to judge
 */
record ReadyQuery(
        Query.Metrics query,
        List<Expression> expressions,
        List<String> names,
        List<Notice> notices,
        List<String> doubts) {

    ReadyQuery {
        expressions = List.copyOf(expressions);
        names = List.copyOf(names);
        notices = List.copyOf(notices);
        doubts = List.copyOf(doubts);
    }

    /** Returns what is sent for it, written as one text. */
    String executed() {
        return Printer.print(expressions);
    }
}
