// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

/**
 * Which data source of whom.
 *
 * @param tenant gRPC metadata {@code tenantID}, empty where Grafana has one tenant
 * @param owner the namespace, or {@code org-<id>} for Grafanas that send none
 * @param id the uid, or {@code #<id>} for Grafanas that send none
 */
public record InstanceKey(String tenant, String owner, String id) {}
