// SPDX-License-Identifier: Apache-2.0
package io.dromedary.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dromedary.instance.Option;
import io.dromedary.instance.SettingsReader;
import io.dromedary.instance.SettingsSource;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Reads an instance from a file of its own: {@code shop.properties} with {@code site = datadoghq.eu}, or
 * {@code shop.json} with {@code {"site":"datadoghq.eu"}}. Keys of properties are in kebab case, those of JSON as in
 * Grafana; values may hold placeholders. Messages tell what is wrong and hold no values. Stateless.
 */
public final class InstanceFile {

    /** The names of files that are read. */
    static final Pattern NAME = Pattern.compile("([A-Za-z0-9_-]{1,100})\\.(properties|json)");

    private static final long MAX_BYTES = 64 << 10;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final UnaryOperator<String> placeholders;
    private final InstanceProperties options = new InstanceProperties();
    private final SettingsReader checker = new SettingsReader();

    /** @param placeholders puts what {@code {{…}}} stands for in its place, or throws with what to correct */
    public InstanceFile(UnaryOperator<String> placeholders) {
        this.placeholders = placeholders;
    }

    /** Returns the name of the instance that a file is for. */
    static String instance(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
    }

    /**
     * Reads and checks a file.
     *
     * @throws IllegalArgumentException with what to correct
     */
    SettingsSource read(Path file) {
        var source = options.source(instance(file), resolved(values(file)));
        try {
            checker.read(source);
        } catch (RuntimeException unusable) {
            throw new IllegalArgumentException(named(String.valueOf(unusable.getMessage()), file), unusable);
        }
        return source;
    }

    /** Returns the text with the names that options have in the file. */
    private static String named(String text, Path file) {
        var prefix = InstanceProperties.PREFIX + instance(file) + ".";
        if (!isJson(file)) {
            return text.replace(prefix, "");
        }
        return Arrays.stream(Option.values())
                .sorted(Comparator.comparing(option -> -option.kebab().length()))
                .reduce(
                        text,
                        (named, option) -> named.replace(prefix + option.kebab(), option.key()),
                        (first, second) -> second);
    }

    private static boolean isJson(Path file) {
        return file.getFileName().toString().endsWith(".json");
    }

    private static Map<String, String> values(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new IllegalArgumentException("it is larger than " + MAX_BYTES + " bytes");
            }
            var text = Files.readString(file, StandardCharsets.UTF_8);
            return isJson(file) ? json(text) : properties(text);
        } catch (JsonProcessingException malformed) {
            var at = malformed.getLocation();
            throw new IllegalArgumentException("it is no JSON object"
                    + (at == null ? "" : ", see line " + at.getLineNr() + ", column " + at.getColumnNr()));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("it cannot be read as UTF-8");
        }
    }

    private static Map<String, String> properties(String text) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(text));
        var values = new HashMap<String, String>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }

    private static Map<String, String> json(String text) throws IOException {
        var root = JSON.readTree(text);
        if (!root.isObject()) {
            throw new IllegalArgumentException("it is no JSON object");
        }
        var values = new HashMap<String, String>();
        root.fields()
                .forEachRemaining(member ->
                        values.put(kebab(member.getKey()), member.getValue().asText("")));
        return values;
    }

    private static String kebab(String key) {
        return Arrays.stream(Option.values())
                .filter(option -> option.key().equals(key))
                .map(Option::kebab)
                .findFirst()
                .orElse(key);
    }

    private Map<String, String> resolved(Map<String, String> values) {
        var resolved = new HashMap<String, String>();
        values.forEach((key, value) -> {
            try {
                resolved.put(key, placeholders.apply(value));
            } catch (RuntimeException unresolved) {
                throw new IllegalArgumentException(key + " cannot be used: " + unresolved.getMessage(), unresolved);
            }
        });
        return resolved;
    }
}
