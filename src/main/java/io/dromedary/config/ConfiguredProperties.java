// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;

/** Settings whose names hold a name that users choose. */
final class ConfiguredProperties {

    private ConfiguredProperties() {}

    /** Returns those that begin with {@code prefix}, placeholders resolved. */
    static Map<String, String> under(String prefix, CamelContext context) {
        var configured = context.getPropertiesComponent().loadProperties(key -> key.startsWith(prefix));
        var properties = new HashMap<String, String>();
        // asked by name: Camel's ordered properties are empty to whoever iterates over them
        for (var key : configured.stringPropertyNames()) {
            properties.put(key, context.resolvePropertyPlaceholders(configured.getProperty(key)));
        }
        return properties;
    }
}
