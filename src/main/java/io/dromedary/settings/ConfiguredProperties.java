// SPDX-License-Identifier: Apache-2.0
package io.dromedary.settings;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings whose names hold a name that users choose. */
public final class ConfiguredProperties {

    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredProperties.class);

    private ConfiguredProperties() {}

    /**
     * Returns those that begin with {@code prefix}, placeholders resolved. One that stands for nothing stays as it is:
     * what the setting is for says so when it is used, and everything else works.
     *
     * @param options what may follow a name, in kebab case
     */
    public static Map<String, String> under(String prefix, Collection<String> options, CamelContext context) {
        var configured = context.getPropertiesComponent().loadProperties(key -> key.startsWith(prefix));
        var files = new HashMap<String, String>();
        // asked by name: Camel's ordered properties are empty to whoever iterates over them
        for (var key : configured.stringPropertyNames()) {
            files.put(key, configured.getProperty(key));
        }
        var placeholders = new Placeholders(context);
        var settings = new NamedSettings(System.getProperties(), System.getenv()).over(files, prefix, options);
        settings.replaceAll((key, value) -> {
            try {
                return placeholders.apply(value);
            } catch (IllegalArgumentException unresolved) {
                LOG.warn("{} cannot be used: {}", key, unresolved.getMessage());
                return value;
            }
        });
        return settings;
    }
}
