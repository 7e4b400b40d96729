// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grafana;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import io.dromedary.frame.Column;
import io.dromedary.frame.Field;
import io.dromedary.frame.FieldConfig;
import io.dromedary.frame.Frame;
import io.dromedary.frame.FrameMeta;
import io.dromedary.frame.FrameType;
import io.dromedary.proto.pluginv2.PluginContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Log lines for a Grafana that does not know the type {@code log-lines}: first the time, then the line, {@code level}
 * and {@code id}; the labels, which such a Grafana cannot read as JSON, as a column each. Stateless.
 */
final class LegacyLogs {

    /** The first version that reads JSON columns and {@code log-lines}. */
    private static final int KNOWS_LOG_LINES = 10;

    private static final int MAX_LABELS = 50;

    private static final Pattern VERSION = Pattern.compile("Grafana/(\\d{1,4})\\..*");

    /** Made with the first such answer, not at the start. */
    private static final class Json {
        static final JsonFactory FACTORY = new JsonFactory();
    }

    private LegacyLogs() {}

    /** Old Grafanas tell neither their own version nor the plugin's. */
    static boolean needed(PluginContext context) {
        var version = VERSION.matcher(context.getUserAgent());
        return version.matches()
                ? Integer.parseInt(version.group(1)) < KNOWS_LOG_LINES
                : context.getUserAgent().isEmpty() && context.getPluginVersion().isEmpty();
    }

    /** Returns the frame in the old shape if it holds log lines, else as it is. */
    static Frame of(Frame frame) {
        if (frame.meta().type() != FrameType.LOG_LINES) {
            return frame;
        }
        var fields = new ArrayList<Field>();
        for (var field : frame.fields()) {
            if (field.column() instanceof Column.Documents documents) {
                fields.addAll(columns(documents.values()));
            } else {
                fields.add(new Field(name(field.name()), field.labels(), field.config(), field.column()));
            }
        }
        var meta = new FrameMeta(
                FrameType.NONE,
                frame.meta().executedQuery(),
                frame.meta().notices(),
                frame.meta().visualisation());
        return new Frame(frame.name(), frame.refId(), meta, fields);
    }

    private static String name(String name) {
        return switch (name) {
            case "body" -> "line";
            case "severity" -> "level";
            default -> name;
        };
    }

    private static List<Field> columns(List<String> documents) {
        var columns = new LinkedHashMap<String, @Nullable String[]>();
        for (var row = 0; row < documents.size(); row++) {
            for (var label : labels(documents.get(row)).entrySet()) {
                if (columns.size() < MAX_LABELS || columns.containsKey(label.getKey())) {
                    columns.computeIfAbsent(label.getKey(), unused -> new @Nullable String[documents.size()])[row] =
                            label.getValue();
                }
            }
        }
        var fields = new ArrayList<Field>();
        columns.forEach((name, values) -> {
            var texts = new ArrayList<@Nullable String>();
            for (var value : values) {
                texts.add(value);
            }
            fields.add(Field.of(name, FieldConfig.NONE, new Column.Texts(texts)));
        });
        return fields;
    }

    /** Reads a flat object of texts, which was written here. */
    private static Map<String, String> labels(String document) {
        var labels = new LinkedHashMap<String, String>();
        try (var json = Json.FACTORY.createParser(document)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var name = json.currentName();
                labels.put(name, json.nextTextValue());
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("labels are a flat JSON object", e);
        }
        return labels;
    }
}
