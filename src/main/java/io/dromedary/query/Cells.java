// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.frame.Column;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Turns JSON values into the cells of columns. What a kind cannot hold is an empty cell. */
public final class Cells {

    /** Longer cells help nobody in a table, and a page of them would stop the browser. */
    public static final int MAX_TEXT = 10_000;

    private static final long MILLION = 1_000_000;

    /** Beyond it, nanoseconds do not fit into a long: the year 2262. */
    private static final long MAX_SECONDS = Long.MAX_VALUE / 1_000_000_000 - 1;

    private Cells() {}

    /** Returns the column that holds the values. */
    public static Column column(CellKind kind, List<JsonNode> values) {
        return switch (kind) {
            case TEXT -> new Column.Texts(texts(values, Cells::cell));
            case LIST -> new Column.Texts(texts(values, value -> joined(value, ", ")));
            case NUMBER ->
                new Column.Numbers(values.stream().mapToDouble(Cells::number).toArray());
            case FLAG -> {
                var flags = new ArrayList<@Nullable Boolean>(values.size());
                values.forEach(value -> flags.add(flag(value)));
                yield new Column.Flags(flags);
            }
            case SECONDS, MILLIS, ISO ->
                new Column.Moments(
                        values.stream().mapToLong(value -> nanos(kind, value)).toArray());
        };
    }

    /** Makes a text of a value. */
    @FunctionalInterface
    private interface TextOf {
        @Nullable
        String of(JsonNode value);
    }

    private static List<@Nullable String> texts(List<JsonNode> values, TextOf text) {
        var texts = new ArrayList<@Nullable String>(values.size());
        values.forEach(value -> texts.add(text.of(value)));
        return texts;
    }

    private static @Nullable String cell(JsonNode value) {
        return isAbsent(value) ? null : cut(text(value));
    }

    /** Returns lists as Grafana reads the tags of annotations. */
    public static Column tags(List<JsonNode> values) {
        return new Column.Texts(texts(values, value -> joined(value, ",")));
    }

    /** Datadog repeats tags. */
    private static @Nullable String joined(JsonNode value, String comma) {
        if (!value.isArray()) {
            return cell(value);
        }
        var joined = StreamSupport.stream(value.spliterator(), false)
                .limit(MAX_TEXT)
                .map(Cells::text)
                .distinct()
                .collect(Collectors.joining(comma));
        return joined.isEmpty() ? null : cut(joined);
    }

    /** Returns a text whatever the value is; numbers keep all their digits. */
    public static String text(JsonNode value) {
        return value.isContainerNode() ? value.toString() : isAbsent(value) ? "" : value.asText();
    }

    /** Returns whether a cell would be cut. */
    public static boolean isLong(JsonNode value) {
        return value.isTextual()
                ? value.textValue().length() > MAX_TEXT
                : value.isContainerNode() && value.size() > 0 && text(value).length() > MAX_TEXT;
    }

    private static String cut(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "\u2026";
    }

    /** Returns the number, {@code NaN} if it is none. */
    public static double number(JsonNode value) {
        if (value.isNumber()) {
            return value.asDouble();
        }
        try {
            return value.isTextual() ? Double.parseDouble(value.textValue().strip()) : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static @Nullable Boolean flag(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return switch (text(value)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> null;
        };
    }

    /** Returns nanoseconds since 1970, {@link Column.Moments#NULL} for what is no time. */
    public static long nanos(CellKind kind, JsonNode value) {
        if (isAbsent(value)) {
            return Column.Moments.NULL;
        }
        if (kind == CellKind.ISO) {
            return iso(value.asText());
        }
        var number = number(value);
        if (Double.isNaN(number) && value.isTextual()) {
            return iso(value.textValue());
        }
        var seconds = kind == CellKind.SECONDS ? number : number / 1_000;
        // zero stands for never
        if (Double.isNaN(number) || number == 0 || Math.abs(seconds) > MAX_SECONDS) {
            return Column.Moments.NULL;
        }
        var micros = Math.round(number * (kind == CellKind.SECONDS ? MILLION : 1_000));
        return micros * 1_000;
    }

    /** Reads {@code 2023-05-22T03:06:54.07+00:00}, with or without zone (then UTC), seconds or minutes. */
    public static long iso(String text) {
        try {
            return nanos(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return isoWithoutZone(text);
        }
    }

    private static long isoWithoutZone(String text) {
        try {
            var complete = text.length() == "2023-05-22".length() ? text + "T00:00" : text;
            if (text.length() == "2023-05-22T03".length()) {
                complete = text + ":00";
            }
            return nanos(LocalDateTime.parse(complete.replace(' ', 'T')).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Column.Moments.NULL;
        }
    }

    private static long nanos(Instant instant) {
        if (Math.abs(instant.getEpochSecond()) > MAX_SECONDS) {
            return Column.Moments.NULL;
        }
        return instant.getEpochSecond() * 1_000_000_000 + instant.getNano();
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
