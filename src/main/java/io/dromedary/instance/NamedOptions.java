// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Settings whose keys hold a name that users choose: {@code <prefix><name>.<option>}. Stateless. */
public final class NamedOptions {

    private static final Pattern REST = Pattern.compile("([A-Za-z0-9_-]+)\\.([a-z0-9-]+)");

    private NamedOptions() {}

    /**
     * Returns the options and their values, without outer whitespace, by name.
     *
     * @param prefix with a dot at its end; settings that do not begin with it are skipped
     * @throws IllegalArgumentException for a key that names nothing: a typing error must not go unseen
     */
    public static SortedMap<String, Map<String, String>> byName(Map<String, String> properties, String prefix) {
        var options = new TreeMap<String, Map<String, String>>();
        properties.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                var parts = REST.matcher(key.substring(prefix.length()));
                if (!parts.matches()) {
                    throw new IllegalArgumentException(key + " must be " + prefix + "<name>.<option>");
                }
                options.computeIfAbsent(parts.group(1), any -> new HashMap<>()).put(parts.group(2), value.strip());
            }
        });
        return options;
    }
}
