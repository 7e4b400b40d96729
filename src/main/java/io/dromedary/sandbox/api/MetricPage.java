// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of metric names. Only who sends {@code page[size]} gets pages, and with them {@code meta}: v2 spec.
 *
 * @param cursor where it begins, null at the beginning
 * @param next where the next page begins, null when there is none
 */
record MetricPage(
        List<String> names,
        boolean paged,
        long size,
        @Nullable String cursor,
        @Nullable String next) {

    private static final int MOST = 10_000;
    private static final String MARK = "after:";

    static MetricPage of(List<String> all, Parameters parameters) {
        long size = parameters.number("page[size]", MOST, 1, MOST);
        String cursor = parameters.text("page[cursor]").orElse(null);
        String after = cursor == null ? "" : name(cursor);
        var rest = all.stream().filter(name -> name.compareTo(after) > 0).toList();
        var names = rest.stream().limit(size).toList();
        String next = names.size() < rest.size() ? cursor(names.get(names.size() - 1)) : null;
        return new MetricPage(names, parameters.has("page[size]") || cursor != null, size, cursor, next);
    }

    private static String cursor(String name) {
        return HexFormat.of().formatHex((MARK + name).getBytes(StandardCharsets.UTF_8));
    }

    private static String name(String cursor) {
        try {
            String text = new String(HexFormat.of().parseHex(cursor), StandardCharsets.UTF_8);
            if (text.startsWith(MARK)) {
                return text.substring(MARK.length());
            }
        } catch (IllegalArgumentException e) {
            throw RefusedCallException.badRequest("Invalid page[cursor]");
        }
        throw RefusedCallException.badRequest("Invalid page[cursor]");
    }

    void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("data");
        for (String name : names) {
            out.writeStartObject();
            out.writeStringField("type", "metrics");
            out.writeStringField("id", name);
            out.writeEndObject();
        }
        out.writeEndArray();
        if (paged) {
            out.writeObjectFieldStart("meta");
            out.writeObjectFieldStart("pagination");
            out.writeStringField("cursor", cursor);
            out.writeStringField("next_cursor", next);
            out.writeNumberField("limit", size);
            out.writeStringField("type", "cursor_limit");
            out.writeEndObject();
            out.writeEndObject();
        }
        out.writeEndObject();
    }
}
