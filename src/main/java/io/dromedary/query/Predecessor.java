// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Saved queries of the open-source plugin that came before, as ours: {@code queryText} and {@code logQuery} are the
 * query, {@code type: math} has its formula in {@code expression}, {@code queryType: logs-volume} is a mode of logs,
 * and {@code legendTemplate} is the legend unless {@code legendMode} is {@code auto}. Its {@code jsonParsing} is not
 * needed: labels are always there. Stateless.
 */
final class Predecessor {

    static final String LOGS_VOLUME = "logs-volume";
    private static final String LOGS = "logs";

    private Predecessor() {}

    /** Returns the query as it is read here; one of ours is returned as it is. */
    static ObjectNode migrated(ObjectNode saved) {
        var type = saved.path("queryType").asText("");
        if ((saved.has("query") && !type.equals(LOGS_VOLUME)) || !isForeign(saved, type)) {
            return saved;
        }
        var migrated = saved.deepCopy();
        var text = text(saved, type);
        if (!text.isEmpty() || !saved.has("query")) {
            migrated.put("query", text);
        }
        if (type.equals(LOGS_VOLUME)) {
            migrated.put("queryType", LOGS).put("mode", "volume");
        }
        if (!saved.has("legend") && !saved.path("legendMode").asText("").equals("auto")) {
            migrated.put("legend", saved.path("legendTemplate").asText(""));
        }
        return migrated;
    }

    /** Returns the query type by which a migrated query is read. */
    static String type(String queryType) {
        return Map.of(LOGS_VOLUME, LOGS, "math", "metrics").getOrDefault(queryType, queryType);
    }

    private static boolean isForeign(ObjectNode saved, String type) {
        return type.equals(LOGS_VOLUME)
                || saved.has("queryText")
                || saved.has("logQuery")
                || saved.path("type").asText("").equals("math");
    }

    private static String text(ObjectNode saved, String type) {
        if (saved.path("type").asText("").equals("math") || type.equals("math")) {
            return saved.path("expression").asText("");
        }
        boolean logs = type.equals(LOGS) || type.equals(LOGS_VOLUME) || !saved.has("queryText");
        var first = saved.path(logs ? "logQuery" : "queryText").asText("");
        return first.isEmpty() ? saved.path(logs ? "queryText" : "logQuery").asText("") : first;
    }
}
