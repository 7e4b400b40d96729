// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.frame.Column;
import io.dromedary.query.CellKind;
import io.dromedary.query.Cells;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Finds the columns of rows about which nothing is known: their kinds follow from the first values. */
final class FoundColumns {

    private static final int LOOKED_AT = 200;
    private static final int MAX_COLUMNS = 100;

    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:.*");

    /** Names that Datadog gives to points in time. */
    private static final Pattern TIME = Pattern.compile(
            "(?:.*[_.-])?(?:at|ts|time|timestamp|date|created|modified|updated|start|end|first_seen|last_seen)");

    private static final Pattern ID = Pattern.compile("(?:.*[_.-])?ids?");

    /** 2001 to 2100, in seconds and in milliseconds. */
    private static final double MIN_SECONDS = 1e9;

    private static final double MAX_SECONDS = 4.2e9;

    private FoundColumns() {}

    static List<ListColumn> of(List<Map<String, JsonNode>> rows) {
        var names = new LinkedHashSet<String>();
        rows.stream().limit(LOOKED_AT).forEach(row -> names.addAll(row.keySet()));
        var columns = new ArrayList<ListColumn>();
        names.stream().limit(MAX_COLUMNS).forEach(name -> columns.add(ListColumn.of(name, name, kind(name, rows))));
        return columns;
    }

    private static CellKind kind(String name, List<Map<String, JsonNode>> rows) {
        var values = rows.stream()
                .limit(LOOKED_AT)
                .map(row -> row.get(name))
                .filter(Objects::nonNull)
                .filter(value -> !value.isNull() && !value.isMissingNode())
                .toList();
        if (values.isEmpty()) {
            return CellKind.TEXT;
        }
        if (values.stream().allMatch(JsonNode::isBoolean)) {
            return CellKind.FLAG;
        }
        if (values.stream().allMatch(JsonNode::isNumber)) {
            return number(name, values);
        }
        if (values.stream().allMatch(FoundColumns::isList)) {
            return CellKind.LIST;
        }
        return values.stream().allMatch(FoundColumns::isTime) ? CellKind.ISO : CellKind.TEXT;
    }

    /** An id is a name that happens to have digits only, and a double would round it. */
    private static CellKind number(String name, List<JsonNode> values) {
        if (ID.matcher(name).matches()) {
            return CellKind.TEXT;
        }
        if (TIME.matcher(name).matches()) {
            if (values.stream().allMatch(value -> isBetween(value.asDouble(), 1))) {
                return CellKind.SECONDS;
            }
            if (values.stream().allMatch(value -> isBetween(value.asDouble(), 1_000))) {
                return CellKind.MILLIS;
            }
        }
        return values.stream()
                        .anyMatch(value -> value.isIntegralNumber()
                                && value.bigIntegerValue().bitLength() > 53)
                ? CellKind.TEXT
                : CellKind.NUMBER;
    }

    private static boolean isBetween(double value, int factor) {
        return value >= MIN_SECONDS * factor && value < MAX_SECONDS * factor;
    }

    private static boolean isList(JsonNode value) {
        if (!value.isArray()) {
            return false;
        }
        for (var element : value) {
            if (element.isContainerNode()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTime(JsonNode value) {
        return value.isTextual()
                && ISO.matcher(value.textValue()).matches()
                && Cells.iso(value.textValue()) != Column.Moments.NULL;
    }
}
