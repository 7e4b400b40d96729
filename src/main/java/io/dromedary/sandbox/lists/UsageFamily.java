// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an account is billed for: a family of v2, its place in v1, and the metrics that count it. */
enum UsageFamily {
    INFRA_HOSTS(
            "infra_hosts",
            "hosts",
            new Measure("host_count", "sum:datadog.agent.running{*}"),
            new Measure("agent_host_count", "sum:datadog.agent.running{*}"),
            new Measure("container_count", "count_nonzero(avg:docker.cpu.usage{*} by {host})")),
    LOGS(
            "logs",
            "logs",
            new Measure("ingested_events_bytes", "sum:datadog.estimated_usage.logs.ingested_bytes{*}.as_count()"),
            new Measure("indexed_events_count", "sum:datadog.estimated_usage.logs.ingested_events{*}.as_count()")),
    TIMESERIES(
            "timeseries",
            "timeseries",
            new Measure("num_custom_timeseries", "avg:datadog.estimated_usage.metrics.custom{*}")),
    INGESTED_SPANS(
            "ingested_spans",
            "ingested-spans",
            new Measure("ingested_events_bytes", "sum:datadog.estimated_usage.apm.ingested_spans{*}.as_count() * 700")),
    INDEXED_SPANS(
            "indexed_spans",
            "indexed-spans",
            new Measure("indexed_events_count", "sum:datadog.estimated_usage.apm.ingested_spans{*}.as_count() * 0.1"));

    private final String family;
    private final String path;
    private final List<Measure> measures;

    /**
     * A number that is counted.
     *
     * @param type its name in both versions of the API
     * @param query whose value of an hour it is
     */
    record Measure(String type, String query) {}

    UsageFamily(String family, String path, Measure... measures) {
        this.family = family;
        this.path = path;
        this.measures = List.of(measures);
    }

    String family() {
        return family;
    }

    /** Its last segment in v1. */
    String path() {
        return path;
    }

    List<Measure> measures() {
        return measures;
    }

    static Optional<UsageFamily> named(String family) {
        return Arrays.stream(values()).filter(one -> one.family.equals(family)).findFirst();
    }
}
