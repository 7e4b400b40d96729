// SPDX-License-Identifier: Apache-2.0
package io.dromedary.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Shows an OpenAPI file as one HTML page without scripts: its operations with parameters, bodies and answers, then its
 * schemas. Knows as much of OpenAPI as our file uses.
 */
final class ContractPage {

    private final StringBuilder html = new StringBuilder(32 << 10);

    private ContractPage() {}

    static byte[] of(byte[] yaml) {
        var root = new Load(LoadSettings.builder().build()).loadFromString(new String(yaml, StandardCharsets.UTF_8));
        return new ContractPage().render(map(root)).getBytes(StandardCharsets.UTF_8);
    }

    private String render(Map<String, Object> root) {
        var info = map(root.get("info"));
        html.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(text(info.get("title")))
                .append("</title><meta name=\"viewport\" content=\"width=device-width\">")
                .append("<link rel=\"stylesheet\" href=\"docs/style.css\"></head><body><main>");
        element("h1", info.get("title"));
        element("p", info.get("description"));
        html.append("<p>For generators: <a href=\"openapi.yaml\">openapi.yaml</a></p>");
        var shared = map(map(root.get("components")).get("parameters"));
        map(root.get("paths"))
                .forEach((path, item) -> map(item).forEach((method, operation) -> {
                    if (!method.equals("parameters")) {
                        operation(path, method, map(operation), shared);
                    }
                }));
        element("h2", "Schemas");
        map(map(root.get("components")).get("schemas")).forEach(this::schema);
        return html.append("</main></body></html>").toString();
    }

    private void operation(String path, String method, Map<String, Object> operation, Map<String, Object> shared) {
        html.append("<section><h2><code>")
                .append(method.toUpperCase(Locale.ROOT))
                .append("</code> <code>")
                .append(text(path))
                .append("</code></h2>");
        element("p", operation.get("summary"));
        element("p", operation.get("description"));
        html.append("<dl>");
        for (var parameter : list(operation.get("parameters"))) {
            var resolved = map(shared.getOrDefault(reference(parameter), parameter));
            definition("parameter " + resolved.get("name"), resolved.get("description"));
        }
        content("body", operation.get("requestBody"));
        map(operation.get("responses")).forEach((status, response) -> content(status, response));
        html.append("</dl></section>");
    }

    private void content(String term, @Nullable Object message) {
        if (message == null) {
            return;
        }
        var described = map(message);
        var types = String.join(", ", map(described.get("content")).keySet());
        var text = described.getOrDefault("description", reference(message));
        definition(term, types.isEmpty() ? text : text + " (" + types + ")");
    }

    private void schema(String name, Object schema) {
        var described = map(schema);
        html.append("<section id=\"").append(text(name)).append("\">");
        element("h3", name);
        element("p", described.get("description"));
        html.append("<dl>");
        map(described.get("properties"))
                .forEach((property, type) -> definition(property, map(type).getOrDefault("description", type(type))));
        html.append("</dl></section>");
    }

    private static Object type(Object schema) {
        var described = map(schema);
        var reference = reference(schema);
        return reference.isEmpty() ? described.getOrDefault("type", "") : reference;
    }

    private void definition(Object term, @Nullable Object text) {
        html.append("<dt>")
                .append(text(term))
                .append("</dt><dd>")
                .append(text(text))
                .append("</dd>");
    }

    private void element(String name, @Nullable Object text) {
        if (text != null) {
            html.append('<')
                    .append(name)
                    .append('>')
                    .append(text(text))
                    .append("</")
                    .append(name)
                    .append('>');
        }
    }

    /** Returns the last part of a reference, empty if it is none. */
    private static String reference(Object value) {
        var target = map(value).get("$ref");
        return target == null ? "" : target.toString().replaceFirst(".*/", "");
    }

    private static String text(@Nullable Object value) {
        return value == null
                ? ""
                : value.toString()
                        .strip()
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace("\"", "&quot;");
    }

    @SuppressWarnings("unchecked") // YAML's keys are texts in an OpenAPI file
    private static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
