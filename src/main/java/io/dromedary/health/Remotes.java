// SPDX-License-Identifier: Apache-2.0
package io.dromedary.health;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads {@code dromedary.remote.<name>.<option>}: other Dromedaries whose health is asked over gRPC. Stateless. */
public final class Remotes {

    /** What all these properties start with. */
    public static final String PREFIX = "dromedary.remote.";

    private static final Pattern KEY = Pattern.compile(Pattern.quote(PREFIX) + "([A-Za-z0-9_-]+)\\.(address|tls)");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._-]+:\\d{1,5}");

    /**
     * Where another Dromedary listens.
     *
     * @param address {@code host:port} of its gRPC server
     */
    public record Remote(String name, String address, boolean tls) {

        /** Returns the word by which camel-grpc calls the protection of the connection. */
        public String negotiation() {
            return tls ? "TLS" : "PLAINTEXT";
        }
    }

    private Remotes() {}

    /**
     * Returns the configured ones by name.
     *
     * @param properties keys and values, placeholders resolved; others than ours are skipped
     * @throws IllegalArgumentException with what to correct
     */
    public static Map<String, Remote> read(Map<String, String> properties) {
        var remotes = new TreeMap<String, Remote>();
        properties.forEach((key, value) -> {
            if (key.startsWith(PREFIX)) {
                var parts = KEY.matcher(key);
                if (!parts.matches()) {
                    throw new IllegalArgumentException(key + " must be " + PREFIX + "<name>.address or .tls");
                }
                var name = parts.group(1);
                var known = remotes.getOrDefault(name, new Remote(name, "", false));
                remotes.put(
                        name,
                        parts.group(2).equals("tls")
                                ? new Remote(name, known.address(), Boolean.parseBoolean(value.strip()))
                                : new Remote(name, address(key, value.strip()), known.tls()));
            }
        });
        remotes.values().stream().filter(remote -> remote.address().isEmpty()).forEach(remote -> {
            throw new IllegalArgumentException(PREFIX + remote.name() + ".address is missing");
        });
        return remotes;
    }

    private static String address(String key, String value) {
        if (!ADDRESS.matcher(value).matches()) {
            throw new IllegalArgumentException(key + " must be host:port");
        }
        return value;
    }
}
