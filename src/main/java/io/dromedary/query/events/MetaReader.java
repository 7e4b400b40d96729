// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what all replies have in common: {@code data}, {@code meta: {status, warnings: [{title, detail}], page:
 * {after}}}, all of which may be missing, and {@code errors} beside it. Confined to one reply.
 */
final class MetaReader {

    private static final int MAX_WARNINGS = 5;
    private static final int MAX_TEXT = 300;

    private final List<String> warnings = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private boolean hasData;
    private boolean timedOut;
    private String cursor = "";

    /**
     * Reads a whole body.
     *
     * @param data reads the value of the member of that name
     * @return what stands beside the data
     * @throws io.dromedary.call.FailedException 400 if the body tells an error, 502 if it is no such reply
     * @throws IOException if the body cannot be received
     */
    static MetaReader read(InputStream body, JsonReading.Element data) throws IOException {
        var meta = new MetaReader();
        JsonReading.document(body, (name, json) -> {
            switch (name) {
                case "data" -> {
                    meta.hasData = true;
                    data.read(json);
                }
                case "meta" -> meta.meta(json);
                case "errors" -> meta.errors(json);
                default -> {}
            }
        });
        if (!meta.errors.isEmpty()) {
            throw JsonReading.refused(meta.errors);
        }
        if (!meta.hasData) {
            throw JsonReading.notUnderstood();
        }
        return meta;
    }

    String cursor() {
        return cursor;
    }

    ReplyState state() {
        return new ReplyState(timedOut, warnings);
    }

    private void meta(JsonParser json) throws IOException {
        JsonReading.object(json, (name, value) -> {
            switch (name) {
                case "status" -> timedOut = JsonReading.text(value).equals("timeout");
                case "warnings" -> JsonReading.array(value, this::warning);
                case "page" ->
                    JsonReading.object(value, (inner, after) -> {
                        if (inner.equals("after")) {
                            cursor = JsonReading.text(after);
                        }
                    });
                default -> {}
            }
        });
    }

    /** Reads a text, a list of texts, or a list of objects with texts. */
    private void errors(JsonParser json) throws IOException {
        add(JsonReading.text(json), errors);
        JsonReading.array(json, this::error);
    }

    private void error(JsonParser json) throws IOException {
        add(json.currentToken().isScalarValue() ? JsonReading.text(json) : titleAndDetail(json), errors);
    }

    private void warning(JsonParser json) throws IOException {
        add(json.currentToken().isScalarValue() ? JsonReading.text(json) : titleAndDetail(json), warnings);
    }

    private static String titleAndDetail(JsonParser json) throws IOException {
        var texts = new String[] {"", ""};
        JsonReading.object(json, (name, value) -> {
            switch (name) {
                case "title" -> texts[0] = JsonReading.text(value);
                case "detail" -> texts[1] = JsonReading.text(value);
                default -> {}
            }
        });
        return Stream.of(texts).filter(text -> !text.isEmpty()).collect(Collectors.joining(": "));
    }

    private static void add(String text, List<String> texts) {
        if (!text.isBlank() && texts.size() < MAX_WARNINGS) {
            var line = text.strip().replaceAll("\\s+", " ");
            texts.add(line.length() <= MAX_TEXT ? line : line.substring(0, MAX_TEXT) + "\u2026");
        }
    }
}
