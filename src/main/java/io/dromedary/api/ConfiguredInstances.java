// SPDX-License-Identifier: Apache-2.0
package io.dromedary.api;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import io.dromedary.instance.SettingsSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The instances that pipelines may use: those named in application.properties. Immutable. */
public final class ConfiguredInstances {

    private static final int NOT_FOUND = 404;

    private final Map<String, SettingsSource> byName;

    public ConfiguredInstances(Map<String, SettingsSource> byName) {
        this.byName = new TreeMap<>(byName);
    }

    /** Returns the names there are. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /**
     * Finds an instance.
     *
     * @param name empty for the only one there is
     * @throws FailedException with status 404 and the names there are
     */
    public SettingsSource named(String name) {
        if (name.isEmpty() && byName.size() == 1) {
            return byName.values().iterator().next();
        }
        var found = byName.get(name);
        if (found == null) {
            throw new FailedException(new Failure(NOT_FOUND, Source.PLUGIN, explain(name)));
        }
        return found;
    }

    private String explain(String name) {
        if (byName.isEmpty()) {
            return "No instance is configured; add dromedary.instance.<name>.site to application.properties";
        }
        var known = String.join(", ", byName.keySet());
        return name.isEmpty()
                ? "Name the \"instance\" to ask, one of: " + known
                : "There is no instance \"" + name + "\"; configured are: " + known;
    }
}
