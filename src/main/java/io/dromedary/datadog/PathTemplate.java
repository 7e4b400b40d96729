// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import java.util.Set;

/** Turns a path into one of few names, for rate limits and metrics: names, ids and tags become {@code {}}. */
final class PathTemplate {

    /** The words of Datadog's API that are used here; a segment that is none of them is taken for a value. */
    private static final Set<String> WORDS = Set.of(
            "api",
            "v1",
            "v2",
            "query",
            "series",
            "timeseries",
            "scalar",
            "metrics",
            "all-tags",
            "tags",
            "active-configurations",
            "volumes",
            "estimate",
            "assets",
            "hosts",
            "totals",
            "validate",
            "validate_keys",
            "search",
            "logs",
            "events",
            "list",
            "aggregate",
            "analytics",
            "logs-queries",
            "config",
            "indexes",
            "spans",
            "trace",
            "apm",
            "services",
            "rum",
            "applications",
            "monitor",
            "groups",
            "slo",
            "history",
            "status",
            "correction",
            "downtime",
            "incidents",
            "notebooks",
            "dashboard",
            "catalog",
            "entity",
            "definitions",
            "ci",
            "pipelines",
            "tests",
            "synthetics",
            "results",
            "audit",
            "error-tracking",
            "issues",
            "security_monitoring",
            "signals",
            "findings",
            "posture_management",
            "on-call",
            "cases",
            "team",
            "usage",
            "processes",
            "containers",
            "container_images",
            "network",
            "connections",
            "dns",
            "ndm",
            "devices",
            "interfaces",
            "ddsql",
            "tabular",
            "fetch",
            "graph",
            "snapshot");

    private static final int MAX_SEGMENTS = 8;

    private PathTemplate() {}

    /** Example: {@code GET /api/v2/metrics/system.cpu.user/all-tags} gives {@code GET /api/v2/metrics/{}/all-tags}. */
    static String of(DatadogRequest.Method method, String path) {
        var template = new StringBuilder(path.length() + 5).append(method).append(' ');
        int segments = 0;
        int start = 1;
        while (start <= path.length() && segments++ < MAX_SEGMENTS) {
            int end = path.indexOf('/', start);
            if (end < 0) {
                end = path.length();
            }
            var segment = path.substring(start, end);
            template.append('/').append(WORDS.contains(segment) ? segment : "{}");
            start = end + 1;
        }
        return template.toString();
    }
}
