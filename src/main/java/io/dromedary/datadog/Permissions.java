// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which permission an application key needs for a path (Datadog's API reference, August 2026). */
final class Permissions {

    /** The first prefix that fits counts, so the longer ones come first. */
    private static final List<Map.Entry<String, String>> BY_PREFIX = List.of(
            Map.entry("/api/v1/query", "timeseries_query"),
            Map.entry("/api/v2/query/", "timeseries_query"),
            Map.entry("/api/v2/ddsql", "timeseries_query"),
            Map.entry("/api/v1/metrics", "metrics_read"),
            Map.entry("/api/v2/metrics", "metrics_read"),
            Map.entry("/api/v1/search", "metrics_read"),
            Map.entry("/api/v1/logs/config", "logs_read_config"),
            Map.entry("/api/v1/logs", "logs_read_data"),
            Map.entry("/api/v2/logs", "logs_read_data"),
            Map.entry("/api/v2/spans", "apm_read"),
            Map.entry("/api/v2/trace", "apm_read"),
            Map.entry("/api/v2/apm", "apm_read"),
            Map.entry("/api/v2/rum", "rum_apps_read"),
            Map.entry("/api/v1/events", "events_read"),
            Map.entry("/api/v2/events", "events_read"),
            Map.entry("/api/v1/monitor", "monitors_read"),
            Map.entry("/api/v1/downtime", "monitors_read"),
            Map.entry("/api/v2/downtime", "monitors_downtime"),
            Map.entry("/api/v1/slo", "slos_read"),
            Map.entry("/api/v2/slo", "slos_read"),
            Map.entry("/api/v1/hosts", "hosts_read"),
            Map.entry("/api/v2/incidents", "incident_read"),
            Map.entry("/api/v1/notebooks", "notebooks_read"),
            Map.entry("/api/v1/dashboard", "dashboards_read"),
            Map.entry("/api/v2/catalog", "apm_service_catalog_read"),
            Map.entry("/api/v2/services", "apm_service_catalog_read"),
            Map.entry("/api/v2/ci", "ci_visibility_read"),
            Map.entry("/api/v1/synthetics", "synthetics_read"),
            Map.entry("/api/v2/synthetics", "synthetics_read"),
            Map.entry("/api/v2/audit", "audit_logs_read"),
            Map.entry("/api/v2/error-tracking", "error_tracking_read"),
            Map.entry("/api/v2/security_monitoring", "security_monitoring_signals_read"),
            Map.entry("/api/v2/posture_management", "security_monitoring_findings_read"),
            Map.entry("/api/v2/on-call", "on_call_read"),
            Map.entry("/api/v2/cases", "cases_read"),
            Map.entry("/api/v2/team", "teams_read"),
            Map.entry("/api/v1/usage", "usage_read"),
            Map.entry("/api/v2/usage", "usage_read"));

    private Permissions() {}

    /** Returns the permission for {@code path}, empty where valid keys are enough or where none is known. */
    static Optional<String> of(String path) {
        return BY_PREFIX.stream()
                .filter(entry -> path.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
