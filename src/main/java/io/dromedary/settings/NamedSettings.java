// SPDX-License-Identifier: Apache-2.0
package io.dromedary.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settings whose names hold a name that users choose, {@code dromedary.instance.<name>.<option>}, from everywhere that
 * Camel takes settings from: files, then system properties, then the environment, where the later ones win. Camel asks
 * the last two by whole names only, which are not known here.
 */
final class NamedSettings {

    private static final Logger LOG = LoggerFactory.getLogger(NamedSettings.class);

    private final Properties system;
    private final Map<String, String> environment;

    NamedSettings(Properties system, Map<String, String> environment) {
        this.system = system;
        this.environment = environment;
    }

    /**
     * Returns all settings that begin with {@code prefix}, as they are written.
     *
     * @param files those of files, by key
     * @param prefix with a dot at its end
     * @param options what may follow a name, in kebab case
     */
    Map<String, String> over(Map<String, String> files, String prefix, Collection<String> options) {
        var settings = new HashMap<>(files);
        for (var key : system.stringPropertyNames()) {
            if (key.startsWith(prefix)) {
                settings.put(key, system.getProperty(key));
            }
        }
        var known = Set.copyOf(settings.keySet());
        environment.forEach((variable, value) -> {
            if (variable.startsWith(upper(prefix))) {
                add(variable, value, prefix, options, known, settings);
            }
        });
        return settings;
    }

    private static void add(
            String variable,
            String value,
            String prefix,
            Collection<String> options,
            Set<String> known,
            Map<String, String> settings) {
        var rest = variable.substring(prefix.length());
        var option = options.stream()
                .filter(each -> rest.endsWith("_" + upper(each)) && rest.length() > each.length() + 1)
                .max(Comparator.comparingInt(String::length));
        if (option.isEmpty()) {
            LOG.warn("The environment's {} is not used: it ends with none of {}", variable, options);
            return;
        }
        var name = rest.substring(0, rest.length() - option.get().length() - 1);
        settings.put(prefix + spelled(name, prefix, known) + "." + option.get(), value);
    }

    /** Variables know neither case nor dashes: a name that is there already tells how it is written. */
    private static String spelled(String variable, String prefix, Set<String> known) {
        return known.stream()
                .map(key -> key.substring(prefix.length()).replaceFirst("\\..*", ""))
                .filter(name -> upper(name).equals(variable))
                .min(Comparator.naturalOrder())
                .orElseGet(() -> variable.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static String upper(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
