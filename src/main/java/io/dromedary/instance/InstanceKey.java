// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

/**
 * Which data source of whom.
 *
 * @param tenant as the gRPC metadata tenantID names it, empty where Grafana has one tenant
 * @param owner the namespace, {@code org-<id>} for Grafanas that send none, {@link #PROPERTIES} for those of pipelines
 * @param id the uid, or {@code #<id>} for Grafanas that send none; the name of those of pipelines
 */
public record InstanceKey(String tenant, String owner, String id) {

    /** Owner of the data sources that are configured in properties. */
    public static final String PROPERTIES = "properties";

    /** What the properties of a data source start with, before its name. */
    public static final String PROPERTIES_PREFIX = "dromedary.instance.";

    /**
     * Returns what users know an option by: {@code secureJsonData.apiKey} in Grafana,
     * {@code dromedary.instance.shop.api-key} elsewhere.
     */
    public String nameOf(Option option) {
        return owner.equals(PROPERTIES) ? PROPERTIES_PREFIX + id + "." + option.kebab() : option.fullName();
    }
}
