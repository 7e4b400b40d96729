// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a data source as it arrives, unchecked.
 *
 * @param tenant as the gRPC metadata tenantID names it, empty where Grafana has one tenant
 * @param orgId Grafana's organisation
 * @param namespace empty for Grafanas that send none
 * @param id number of the data source, 0 if it has none
 * @param uid empty for Grafanas that send none
 * @param name what the user calls it
 * @param url the data source's own URL, an alternative to {@code jsonData.url}
 * @param updated when it was last saved, epoch milliseconds
 * @param jsonData the open settings, JSON, may be empty
 * @param secrets the secret settings, decrypted, by name
 * @param grafanaConfig what Grafana tells all plugins, by name
 */
public record SettingsSource(
        String tenant,
        long orgId,
        String namespace,
        long id,
        String uid,
        String name,
        @Nullable String url,
        long updated,
        byte[] jsonData,
        Map<String, String> secrets,
        Map<String, String> grafanaConfig) {

    public SettingsSource {
        secrets = Map.copyOf(secrets);
        grafanaConfig = Map.copyOf(grafanaConfig);
    }

    /** Returns which data source of whom it is. */
    public InstanceKey key() {
        return new InstanceKey(
                tenant, namespace.isEmpty() ? "org-" + orgId : namespace, uid.isEmpty() ? "#" + id : uid);
    }

    /** Tells which data source it is, and nothing that is configured. */
    @Override
    public String toString() {
        return "SettingsSource[" + key() + "]";
    }
}
