// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import java.util.regex.Pattern;
import org.apache.camel.spi.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Tells Dromedary's own routes from those of users, which are in the same directory, by the rooms their files are in.
 */
final class OwnRoutes {

    private static final Pattern FILE = Pattern.compile(
            "[/\\\\]routes[/\\\\](?:api|autocomplete|datadog|grafana|health|instance|pipeline|query|resource|rpc)[/\\\\]");

    private OwnRoutes() {}

    /** @param file where a route was read, null for one that was read nowhere */
    static boolean include(@Nullable Resource file) {
        return file != null && FILE.matcher(file.getLocation()).find();
    }
}
