// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.ddsql;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.frame.Column;
import io.dromedary.query.CellKind;
import io.dromedary.query.Cells;
import java.util.List;
import java.util.Locale;

/** Makes a column of values by the SQL type that Datadog names. Types that are not known are texts. */
final class DdsqlColumn {

    private static final int EXACT_BITS = 53;

    private DdsqlColumn() {}

    /**
     * @param type such as {@code VARCHAR}, {@code BIGINT}, {@code TIMESTAMP}; in any case, may have brackets behind it
     */
    static Column of(String type, List<JsonNode> values) {
        return Cells.column(kind(type.toUpperCase(Locale.ROOT), values), values);
    }

    private static CellKind kind(String type, List<JsonNode> values) {
        if (type.endsWith("[]") || type.startsWith("ARRAY")) {
            return CellKind.LIST;
        }
        return switch (type.replaceFirst("[ (].*", "")) {
            case "BIGINT", "INT8", "INT64" -> isExact(values) ? CellKind.NUMBER : CellKind.TEXT;
            case "INT", "INTEGER", "SMALLINT", "TINYINT", "INT32", "DOUBLE", "FLOAT", "REAL", "DECIMAL", "NUMERIC" ->
                CellKind.NUMBER;
            case "BOOLEAN", "BOOL" -> CellKind.FLAG;
            case "TIMESTAMP", "TIMESTAMPTZ", "DATETIME", "DATE" -> CellKind.MILLIS;
            default -> CellKind.TEXT;
        };
    }

    /** Ids among whole numbers would be rounded by a double. */
    private static boolean isExact(List<JsonNode> values) {
        return values.stream()
                .noneMatch(value ->
                        value.isIntegralNumber() && value.bigIntegerValue().bitLength() > EXACT_BITS);
    }
}
