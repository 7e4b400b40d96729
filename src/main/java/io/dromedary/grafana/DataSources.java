// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grafana;

import io.dromedary.instance.SettingsException;
import io.dromedary.instance.SettingsSource;
import io.dromedary.proto.pluginv2.PluginContext;
import java.util.Map;

/** Which data source a call of Grafana's is for. Stateless. */
public final class DataSources {

    /** gRPC metadata in which a Grafana of many tenants names the tenant; gRPC spells names in lower case. */
    private static final String TENANT = "tenantid";

    /**
     * Takes the settings out of a call's context.
     *
     * @param metadata the call's gRPC metadata
     * @throws SettingsException if the call is for no data source (an app's, or a broken one)
     */
    public SettingsSource from(PluginContext context, Map<String, String> metadata) {
        if (!context.hasDataSourceInstanceSettings()) {
            throw SettingsException.noDataSource();
        }
        var settings = context.getDataSourceInstanceSettings();
        return new SettingsSource(
                metadata.getOrDefault(TENANT, ""),
                context.getOrgId(),
                context.getNamespace(),
                settings.getId(),
                settings.getUid(),
                settings.getName(),
                settings.getUrl(),
                settings.getLastUpdatedMS(),
                settings.getJsonData().toByteArray(),
                settings.getDecryptedSecureJsonDataMap(),
                context.getGrafanaConfigMap());
    }
}
