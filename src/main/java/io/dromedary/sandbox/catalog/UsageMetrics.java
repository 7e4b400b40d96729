// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.catalog;

import static io.dromedary.sandbox.catalog.Recipe.fixed;
import static io.dromedary.sandbox.catalog.Recipe.living;
import static io.dromedary.sandbox.catalog.Row.count;
import static io.dromedary.sandbox.catalog.Row.gauge;
import static io.dromedary.sandbox.signal.Pattern.steady;

import java.util.List;

/** What Datadog reports of the account: what it is billed for, and how much of the rate limits is used. */
final class UsageMetrics {

    private UsageMetrics() {}

    static List<Row> rows() {
        var account = Populations.account();
        var limits = account.by("limit_name", "query_timeseries", "metrics_list", "logs_public_search_api");
        return List.of(
                gauge("datadog.agent.running", "", "1 while the Agent of a host runs", Populations.hosts(), fixed(1)),
                count(
                        "datadog.dogstatsd.client.metrics",
                        "",
                        "Points sent by clients",
                        Populations.applicationHosts(),
                        living(60, steady(1, 0.1))),
                gauge("datadog.estimated_usage.hosts", "host", "Hosts that are billed", account, fixed(24)),
                gauge(
                        "datadog.estimated_usage.containers",
                        "container",
                        "Containers that are billed",
                        account,
                        fixed(18)),
                gauge(
                        "datadog.estimated_usage.metrics.custom",
                        "",
                        "Custom metrics that are billed",
                        account,
                        living(412, steady(0.1, 0.01))),
                count(
                        "datadog.estimated_usage.logs.ingested_events",
                        "event",
                        "Log events received",
                        account,
                        living(85, steady(1, 0.1))),
                count(
                        "datadog.estimated_usage.logs.ingested_bytes",
                        "byte",
                        "Bytes of logs received",
                        account,
                        living(51_000, steady(1, 0.1))),
                count(
                        "datadog.estimated_usage.apm.ingested_spans",
                        "event",
                        "Spans received",
                        account,
                        living(610, steady(1, 0.1))),
                count(
                        "datadog.apis.rate_limit.usage.per_org_count",
                        "request",
                        "Requests to the API, by rate limit",
                        limits,
                        living(0.4, steady(0.6, 0.3))),
                gauge(
                        "datadog.apis.rate_limit.usage.per_org_pct",
                        "percent",
                        "Use of a rate limit",
                        limits,
                        living(38, steady(0.6, 0.3))),
                gauge(
                        "datadog.apis.rate_limit.limit_count",
                        "request",
                        "Requests a rate limit allows",
                        limits,
                        fixed(1600)));
    }
}
