// SPDX-License-Identifier: Apache-2.0
package io.dromedary.api;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.instance.SettingsSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The instances that pipelines may use: those named in application.properties, and those of a directory of files.
 * Thread-safe.
 */
public final class ConfiguredInstances {

    private static final String PATH = "/api/v1/instances/";

    private volatile SortedMap<String, SettingsSource> byName;

    public ConfiguredInstances(Map<String, SettingsSource> byName) {
        this.byName = copy(byName);
    }

    /** Puts others in their place; calls that have found theirs already go on with it. */
    public void replace(Map<String, SettingsSource> instances) {
        byName = copy(instances);
    }

    /** Returns all of them by name, in the order of the alphabet. */
    public SortedMap<String, SettingsSource> all() {
        return byName;
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
        var instances = byName;
        if (name.isEmpty() && instances.size() == 1) {
            return instances.values().iterator().next();
        }
        var found = instances.get(name);
        if (found == null) {
            throw new FailedException(Failure.notFound(explain(name, instances)));
        }
        return found;
    }

    /**
     * Finds the instance that an address is about.
     *
     * @param path {@code /api/v1/instances/<name>/…}
     * @throws FailedException with status 404 and the names there are
     */
    public SettingsSource at(String path) {
        var rest = path.startsWith(PATH) ? path.substring(PATH.length()) : path;
        // a name is never empty here: that would be the only one
        return named("/".equals(rest) ? rest : rest.replaceFirst("/.*", ""));
    }

    private static String explain(String name, SortedMap<String, SettingsSource> instances) {
        if (instances.isEmpty()) {
            return "No instance is configured; add dromedary.instance.<name>.site to application.properties";
        }
        var known = String.join(", ", instances.keySet());
        return name.isEmpty()
                ? "Name the \"instance\" to ask, one of: " + known
                : "There is no instance \"" + name + "\"; configured are: " + known;
    }

    private static SortedMap<String, SettingsSource> copy(Map<String, SettingsSource> instances) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(instances));
    }
}
