// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/**
 * The JSON parts that all of Grafana's frame formats share: meta, field config, labels. Stateless. Grafana refuses a
 * whole response when one of them has a member of the wrong type, so only what is set is written.
 */
final class FrameJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private FrameJson() {}

    /** Writes one value. */
    @FunctionalInterface
    interface Part {
        void write(JsonGenerator json) throws IOException;
    }

    /** Returns the text of one value. */
    static String text(Part part) {
        var text = new StringWriter(256);
        try (var json = FACTORY.createGenerator(text)) {
            part.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter does not fail", e);
        }
        return text.toString();
    }

    static JsonFactory factory() {
        return FACTORY;
    }

    static void meta(FrameMeta meta, JsonGenerator json) throws IOException {
        var type = meta.type();
        json.writeStartObject();
        if (type != FrameType.NONE) {
            json.writeStringField("type", type.wireName());
            json.writeFieldName("typeVersion");
            json.writeArray(new int[] {type.major(), type.minor()}, 0, 2);
        }
        if (!meta.notices().isEmpty()) {
            json.writeArrayFieldStart("notices");
            for (var notice : meta.notices()) {
                json.writeStartObject();
                json.writeStringField("severity", notice.severity().name().toLowerCase(Locale.ROOT));
                json.writeStringField("text", notice.text());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        if (meta.visualisation() != null) {
            json.writeStringField(
                    "preferredVisualisationType", meta.visualisation().wireName());
        }
        if (meta.executedQuery() != null) {
            json.writeStringField("executedQueryString", meta.executedQuery());
        }
        json.writeEndObject();
    }

    static void config(FieldConfig config, JsonGenerator json) throws IOException {
        json.writeStartObject();
        if (config.displayName() != null) {
            json.writeStringField("displayNameFromDS", config.displayName());
        }
        if (config.unit() != null) {
            json.writeStringField("unit", config.unit());
        }
        if (config.intervalMillis() > 0) {
            json.writeNumberField("interval", config.intervalMillis());
        }
        if (config.color() != null) {
            json.writeObjectFieldStart("color");
            json.writeStringField("mode", "fixed");
            json.writeStringField("fixedColor", config.color());
            json.writeEndObject();
        }
        if (!config.links().isEmpty()) {
            json.writeArrayFieldStart("links");
            for (var link : config.links()) {
                link(link, json);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void link(DataLink link, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("title", link.title());
        json.writeStringField("url", link.url());
        var query = link.query();
        if (query == null) {
            json.writeBooleanField("targetBlank", true);
        } else {
            json.writeObjectFieldStart("internal");
            json.writeStringField("datasourceUid", query.datasourceUid());
            json.writeStringField("datasourceName", query.datasourceName());
            json.writeFieldName("query");
            json.writeRawValue(query.json());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    static void labels(Map<String, String> labels, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (var label : labels.entrySet()) {
            json.writeStringField(label.getKey(), label.getValue());
        }
        json.writeEndObject();
    }
}
