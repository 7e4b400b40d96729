// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dromedary.metricql.Problem;
import java.util.List;

/** Problems as editors read them: {@code {"from":0,"to":3,"severity":"error","message":"…"}}. */
final class ProblemJson {

    private ProblemJson() {}

    static void write(List<Problem> problems, ArrayNode out) {
        problems.forEach(problem -> write(problem, out.addObject()));
    }

    static void write(Problem problem, ObjectNode out) {
        out.put("from", problem.from());
        out.put("to", problem.to());
        out.put("severity", problem.severity().wireName());
        out.put("message", problem.message());
    }
}
