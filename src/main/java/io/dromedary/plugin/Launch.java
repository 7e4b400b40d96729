// SPDX-License-Identifier: Apache-2.0
package io.dromedary.plugin;

import java.util.Map;
import java.util.stream.Stream;

/**
 * What the environment says this process was started for.
 *
 * @param detail {@link Kind#POINT}: address of the other process; {@link Kind#REFUSE}: what to tell whoever started it
 */
record Launch(Kind kind, String detail) {

    enum Kind {
        /** Grafana started it to be its plugin. */
        SERVE,
        /** Grafana started it, but a plugin that somebody debugs is to answer instead. */
        POINT,
        /** It cannot be used the way it was started. */
        REFUSE
    }

    static final String COOKIE = "grafana_plugin_type";
    static final String COOKIE_VALUE = "datasource";
    static final String VERSIONS = "PLUGIN_PROTOCOL_VERSIONS";

    /** Where a plugin that was started by hand listens: Grafana's SDK derives the name from the plugin's id. */
    static final String ADDRESS = "GF_PLUGIN_GRPC_ADDRESS_DROMEDARY_DATADOG_DATASOURCE";

    static Launch from(Map<String, String> environment) {
        if (!COOKIE_VALUE.equals(environment.get(COOKIE))) {
            return new Launch(
                    Kind.REFUSE,
                    "This is Dromedary, the Datadog data source for Grafana. Grafana starts it by itself: put its"
                            + " directory among Grafana's plugins and restart Grafana.");
        }
        String versions = environment.getOrDefault(VERSIONS, "");
        if (!offersOurs(versions)) {
            return new Launch(
                    Kind.REFUSE,
                    "Dromedary speaks version " + Handshake.PROTOCOL_VERSION + " of Grafana's plugin protocol, but this"
                            + " Grafana offers only " + versions + ". Use Grafana 7.5 or newer.");
        }
        String other = environment.getOrDefault(ADDRESS, "");
        return other.isBlank() ? new Launch(Kind.SERVE, "") : new Launch(Kind.POINT, other.strip());
    }

    /** A host that offers nothing is asked for ours. */
    private static boolean offersOurs(String versions) {
        return versions.isBlank()
                || Stream.of(versions.split(",")).map(String::strip).anyMatch(Handshake.PROTOCOL_VERSION::equals);
    }
}
