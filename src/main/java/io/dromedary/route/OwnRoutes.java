// SPDX-License-Identifier: Apache-2.0
package io.dromedary.route;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.spi.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Tells Dromedary's own routes from those of users, which are in the same directory, by the rooms their files are in.
 */
public final class OwnRoutes {

    private static final List<String> ROOMS = List.of(
            "api", "autocomplete", "datadog", "grafana", "health", "instance", "pipeline", "query", "resource", "rpc");

    private static final Pattern FILE =
            Pattern.compile("[/\\\\]routes[/\\\\](?:" + String.join("|", ROOMS) + ")[/\\\\]");

    private OwnRoutes() {}

    /** Returns where they are below a home, as patterns of Camel's separated by commas. */
    public static String patterns(Path home) {
        return ROOMS.stream()
                .map(room -> "file:" + home + "/routes/" + room + "/**/*.camel.yaml")
                .collect(Collectors.joining(","));
    }

    /** @param file below {@code routes/} */
    static boolean include(Path file) {
        return file.getNameCount() > 1 && ROOMS.contains(file.getName(0).toString());
    }

    /**
     * Returns whether a route is one of Dromedary's own.
     *
     * @param file where it was read, null for one that was read nowhere
     */
    public static boolean include(@Nullable Resource file) {
        return file != null && FILE.matcher(file.getLocation()).find();
    }
}
