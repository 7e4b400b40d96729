// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Saved queries of the open-source plugin that came before, as ours: {@code queryText} and {@code logQuery} are the
 * query, {@code type: math} has its formula in {@code expression}, {@code queryType: logs-volume} is a mode of logs,
 * and {@code legendTemplate}, in older ones {@code label}, is the legend unless {@code legendMode} is {@code auto}. Its
 * {@code jsonParsing} is not needed: labels are always there. Stateless.
 */
final class Predecessor {

    static final String LOGS_VOLUME = "logs-volume";
    private static final String LOGS = "logs";

    /** It has no {@code #A}, so that a line which begins so is none. */
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*#.*$");

    private Predecessor() {}

    /** Returns the query as it is read here; one of ours is returned as it is. */
    static ObjectNode migrated(ObjectNode saved) {
        var type = queryType(saved);
        if ((saved.has("query") && !type.equals(LOGS_VOLUME)) || !isForeign(saved, type)) {
            return saved;
        }
        var migrated = saved.deepCopy();
        migrated.put("queryType", type);
        var text = text(saved, type);
        if (!text.isEmpty() || !saved.has("query")) {
            migrated.put("query", text);
        }
        if (type.equals(LOGS_VOLUME)) {
            migrated.put("queryType", LOGS).put("mode", "volume");
        }
        if (!saved.has("legend") && !saved.path("legendMode").asText("").equals("auto")) {
            var label = saved.path("label").asText("");
            migrated.put("legend", saved.path("legendTemplate").asText(label));
        }
        if (!saved.has("limit") && saved.path("pageSize").asInt() > 0) {
            migrated.set("limit", saved.path("pageSize"));
        }
        return migrated;
    }

    /** A search without a type is one of logs. */
    private static String queryType(ObjectNode saved) {
        var type = saved.path("queryType").asText("");
        return type.isEmpty() && !saved.path("logQuery").asText("").isBlank() ? LOGS : type;
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
        var text = saved.path("queryText").asText("");
        if (type.equals(LOGS) || type.equals(LOGS_VOLUME)) {
            var search = saved.path("logQuery").asText("");
            return search.isEmpty() ? text : search;
        }
        return COMMENT.matcher(text).replaceAll("").strip();
    }
}
