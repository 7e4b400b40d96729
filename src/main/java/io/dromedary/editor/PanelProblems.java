// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

import io.dromedary.metricql.Problem;
import io.dromedary.metricql.split.Panel;
import io.dromedary.metricql.syntax.Parsed;
import io.dromedary.metricql.syntax.Parser;
import io.dromedary.query.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The problems of a panel's queries, references among them included. */
final class PanelProblems {

    private PanelProblems() {}

    /** Returns the problems by refId, in the order of the queries. */
    static Map<String, List<Problem>> of(List<Query.Metrics> queries) {
        var parsed = new LinkedHashMap<String, Parsed>();
        queries.forEach(query -> parsed.put(query.refId(), Parser.parse(query.text())));
        var panel = new Panel(parsed);
        var problems = new LinkedHashMap<String, List<Problem>>();
        parsed.keySet()
                .forEach(refId -> problems.put(refId, panel.resolve(refId).problems()));
        return problems;
    }
}
