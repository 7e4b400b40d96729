// SPDX-License-Identifier: Apache-2.0
package io.dromedary.health;

import io.dromedary.instance.NamedOptions;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads {@code dromedary.remote.<name>.<option>}: other Dromedaries whose health is asked over gRPC. One that is
 * configured wrongly is kept with what is wrong, so that the others are asked and its health check tells. Stateless.
 */
public final class Remotes {

    /** What all these properties start with. */
    public static final String PREFIX = "dromedary.remote.";

    private static final String ADDRESS = "address";
    private static final String TLS = "tls";
    private static final String AUTHORITY = "tls-ca-certificate";

    /** What may follow a remote's name. */
    public static final Set<String> OPTIONS = Set.of(ADDRESS, TLS, AUTHORITY);

    private static final Pattern HOST_AND_PORT = Pattern.compile("[A-Za-z0-9._-]+:\\d{1,5}");

    /**
     * Where another Dromedary listens.
     *
     * @param address {@code host:port} of its gRPC server
     * @param authority PEM file with the certificates to trust, empty for those that Java trusts
     * @param problem what is configured wrongly, empty if nothing is
     */
    public record Remote(String name, String address, boolean tls, String authority, String problem) {}

    private Remotes() {}

    /**
     * Returns the configured ones by name.
     *
     * @param properties keys and values, placeholders resolved; others than ours are skipped
     * @throws IllegalArgumentException for a key that names no remote
     */
    public static Map<String, Remote> read(Map<String, String> properties) {
        var remotes = new TreeMap<String, Remote>();
        NamedOptions.byName(properties, PREFIX)
                .forEach((name, options) -> remotes.put(
                        name,
                        new Remote(
                                name,
                                options.getOrDefault(ADDRESS, ""),
                                Boolean.parseBoolean(options.get(TLS)),
                                options.getOrDefault(AUTHORITY, ""),
                                problem(PREFIX + name + ".", options))));
        return remotes;
    }

    private static String problem(String prefix, Map<String, String> options) {
        var unknown = options.keySet().stream()
                .filter(option -> !OPTIONS.contains(option))
                .findFirst();
        if (unknown.isPresent()) {
            return prefix + unknown.get() + " is unknown; options are " + String.join(", ", ADDRESS, TLS, AUTHORITY);
        }
        if (!HOST_AND_PORT.matcher(options.getOrDefault(ADDRESS, "")).matches()) {
            return prefix + ADDRESS + " must be host:port";
        }
        return "";
    }
}
