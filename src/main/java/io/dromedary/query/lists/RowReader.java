// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes out of a row what its table shows, so that the rest of it need not be kept. */
final class RowReader {

    /** How deep the members of a row become columns of their own. */
    private static final int MAX_DEPTH = 3;

    private static final int MAX_COLUMNS = 100;
    private static final String ATTRIBUTES = "attributes.";

    /** A column's path that stands for the id by which the list was asked. */
    static final String ID = "@id";

    private RowReader() {}

    /**
     * @param mode without columns to make a cell of each value, named by its path; and one of the id, where there is
     *     one
     * @param id by which the row was asked for, may be empty
     */
    static Map<String, JsonNode> cells(JsonNode row, JsonPath path, ListMode mode, String id) {
        var cells = new LinkedHashMap<String, JsonNode>();
        var columns = mode.columns();
        if (columns.isEmpty()) {
            if (!id.isEmpty()) {
                cells.put(mode.ids().column(), TextNode.valueOf(id));
            }
            flatten("", row, 1, cells);
        } else {
            columns.forEach(column ->
                    cells.put(column.name(), column.path().equals(ID) ? TextNode.valueOf(id) : path.find(row, column)));
        }
        return cells;
    }

    private static void flatten(String name, JsonNode value, int depth, Map<String, JsonNode> cells) {
        if (cells.size() >= MAX_COLUMNS) {
            return;
        }
        if (!value.isObject() || depth > MAX_DEPTH) {
            cells.put(name.isEmpty() ? "value" : shortened(name, cells), value);
            return;
        }
        value.fields()
                .forEachRemaining(member -> flatten(
                        name.isEmpty() ? member.getKey() : name + "." + member.getKey(),
                        member.getValue(),
                        depth + 1,
                        cells));
    }

    /** Nearly all that JSON:API tells stands in attributes. */
    private static String shortened(String name, Map<String, JsonNode> cells) {
        var without = name.startsWith(ATTRIBUTES) ? name.substring(ATTRIBUTES.length()) : name;
        return cells.containsKey(without) ? name : without;
    }
}
