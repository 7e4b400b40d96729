// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.ddsql;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.frame.Column;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes a column of values by the SQL type that Datadog names. Types that are not known are texts. */
final class DdsqlColumn {

    private static final int MAX_TEXT = 10_000;
    private static final long MAX_MILLIS = Long.MAX_VALUE / 1_000_000;

    private DdsqlColumn() {}

    /**
     * @param type such as {@code VARCHAR}, {@code BIGINT}, {@code TIMESTAMP}; in any case, may have brackets behind it
     */
    static Column of(String type, List<JsonNode> values) {
        var name = type.toUpperCase(Locale.ROOT);
        if (name.endsWith("[]") || name.startsWith("ARRAY")) {
            return texts(values);
        }
        return switch (name.replaceFirst("[ (].*", "")) {
            case "BIGINT", "INT8", "INT64" -> wholeNumbers(values);
            case "INT", "INTEGER", "SMALLINT", "TINYINT", "INT32", "DOUBLE", "FLOAT", "REAL", "DECIMAL", "NUMERIC" ->
                numbers(values);
            case "BOOLEAN", "BOOL" -> flags(values);
            case "TIMESTAMP", "TIMESTAMPTZ", "DATETIME", "DATE" -> moments(values);
            default -> texts(values);
        };
    }

    /** Ids among them would be rounded by a double. */
    private static Column wholeNumbers(List<JsonNode> values) {
        var exact = values.stream()
                .noneMatch(value ->
                        value.isIntegralNumber() && value.bigIntegerValue().bitLength() > 53);
        return exact ? numbers(values) : texts(values);
    }

    private static Column numbers(List<JsonNode> values) {
        return new Column.Numbers(
                values.stream().mapToDouble(DdsqlColumn::number).toArray());
    }

    private static double number(JsonNode value) {
        if (value.isNumber()) {
            return value.asDouble();
        }
        try {
            return value.isTextual() ? Double.parseDouble(value.textValue()) : Double.NaN;
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }

    private static Column flags(List<JsonNode> values) {
        var flags = new ArrayList<@Nullable Boolean>(values.size());
        values.forEach(value -> flags.add(value.isBoolean() ? value.booleanValue() : null));
        return new Column.Flags(flags);
    }

    private static Column moments(List<JsonNode> values) {
        return new Column.Moments(values.stream().mapToLong(DdsqlColumn::nanos).toArray());
    }

    /** Times are milliseconds since 1970, or ISO 8601. */
    private static long nanos(JsonNode value) {
        if (value.isNumber() && Math.abs(value.asDouble()) < MAX_MILLIS) {
            return Math.round(value.asDouble() * 1_000) * 1_000;
        }
        if (!value.isTextual()) {
            return Column.Moments.NULL;
        }
        var text = value.textValue().replace(' ', 'T');
        try {
            var instant = text.length() == "2026-11-25".length()
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : hasZone(text)
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            return Math.abs(instant.getEpochSecond()) < MAX_MILLIS / 1_000
                    ? instant.getEpochSecond() * 1_000_000_000 + instant.getNano()
                    : Column.Moments.NULL;
        } catch (DateTimeParseException notATime) {
            return Column.Moments.NULL;
        }
    }

    private static boolean hasZone(String text) {
        return text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > "2026-11-2".length();
    }

    private static Column texts(List<JsonNode> values) {
        var texts = new ArrayList<@Nullable String>(values.size());
        values.forEach(value -> texts.add(value.isNull() || value.isMissingNode() ? null : text(value)));
        return new Column.Texts(texts);
    }

    private static String text(JsonNode value) {
        var text = value.isContainerNode() ? value.toString() : value.asText();
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "\u2026";
    }
}
