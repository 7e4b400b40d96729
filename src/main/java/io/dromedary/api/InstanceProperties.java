// SPDX-License-Identifier: Apache-2.0
package io.dromedary.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dromedary.instance.InstanceKey;
import io.dromedary.instance.NamedOptions;
import io.dromedary.instance.Option;
import io.dromedary.instance.SettingsSource;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads {@code dromedary.instance.<name>.<option>} from the application's properties. The options are those of a data
 * source in Grafana, in kebab case: {@code site}, {@code api-key}, {@code tls-skip-verify} … Stateless.
 */
public final class InstanceProperties {

    /** What all these properties start with. */
    public static final String PREFIX = InstanceKey.PROPERTIES_PREFIX;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /**
     * Returns the configured data sources by name, unchecked but for their options' names.
     *
     * @param properties keys and values, placeholders resolved; others than ours are skipped
     * @throws IllegalArgumentException if an option is unknown: a typing error must not go unseen
     */
    public Map<String, SettingsSource> read(Map<String, String> properties) {
        var sources = new TreeMap<String, SettingsSource>();
        NamedOptions.byName(properties, PREFIX)
                .forEach((name, options) -> sources.put(name, source(name, PREFIX + name + ".", options)));
        return sources;
    }

    /**
     * Returns the data source of the options that one place lists.
     *
     * @param options by their names in kebab case
     * @throws IllegalArgumentException if an option is unknown
     */
    SettingsSource source(String name, Map<String, String> options) {
        return source(name, "", options);
    }

    private static SettingsSource source(String name, String prefix, Map<String, String> options) {
        var draft = new Draft(new HashMap<>(), new HashMap<>());
        options.forEach((option, value) -> draft.set(option(prefix + option, option), value));
        return draft.source(name);
    }

    /** Returns the names of all options, in kebab case. */
    public static List<String> options() {
        return Arrays.stream(Option.values()).map(Option::kebab).toList();
    }

    private static Option option(String key, String name) {
        return Arrays.stream(Option.values())
                .filter(option -> option.kebab().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(key + " is unknown; options are " + String.join(", ", options())));
    }

    private static Object typed(String value) {
        return switch (value.strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> value;
        };
    }

    private record Draft(Map<String, Object> open, Map<String, String> secrets) {

        void set(Option option, String value) {
            switch (option.place()) {
                case OPEN -> open.put(option.key(), typed(value));
                case SECRET -> secrets.put(option.key(), value);
            }
        }

        SettingsSource source(String name) {
            var json = MAPPER.valueToTree(open).toString().getBytes(StandardCharsets.UTF_8);
            return new SettingsSource("", 0, InstanceKey.PROPERTIES, 0, name, name, null, 0, json, secrets, Map.of());
        }
    }
}
