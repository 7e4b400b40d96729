// SPDX-License-Identifier: Apache-2.0
package io.dromedary.product;

import static io.dromedary.product.EventColumn.Kind.ADDRESS;
import static io.dromedary.product.EventColumn.Kind.FLAG;
import static io.dromedary.product.EventColumn.Kind.NANOS;
import static io.dromedary.product.EventColumn.Kind.NUMBER;
import static io.dromedary.product.EventColumn.Kind.TRACE;
import static io.dromedary.product.EventColumn.of;
import static io.dromedary.product.EventColumn.text;
import static io.dromedary.product.EventPages.event;
import static io.dromedary.product.EventPages.has;
import static io.dromedary.product.EventPages.listed;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The products whose events are searched and counted, a row for each: all that differs between them. Times, ids and
 * tags are columns of every table and not repeated here.
 */
public enum EventProduct {
    LOGS(
            new Names("logs", "logs", "log lines"),
            Api.plain("/api/v2/logs/events/search", "/api/v2/logs/analytics/aggregate"),
            List.of("timestamp"),
            event("/logs"),
            text("status", "status"),
            text("service", "service"),
            text("host", "host"),
            text("message", "message"),
            of(TRACE, "trace_id", "@dd.trace_id", "@trace_id", "@otel.trace_id", "trace_id")),
    SPANS(
            new Names("spans", "spans", "spans"),
            Api.wrapped("/api/v2/spans/events/search", "/api/v2/spans/analytics/aggregate"),
            List.of("start_timestamp", "timestamp"),
            "/apm/trace/${__data.fields.trace_id}?spanID=${__data.fields.span_id}",
            text("service", "service"),
            text("resource", "resource_name"),
            text("operation", "operation_name"),
            of(NANOS, "duration", "@duration"),
            text("status", "status"),
            text("type", "type"),
            text("env", "env"),
            text("host", "host"),
            of(TRACE, "trace_id", "trace_id"),
            text("span_id", "span_id"),
            text("parent_id", "parent_id")),
    RUM(
            new Names("rum", "rum", "RUM events"),
            Api.plain("/api/v2/rum/events/search", "/api/v2/rum/analytics/aggregate"),
            List.of("timestamp"),
            listed("/rum/sessions", has("@session.id", "session_id")),
            text("type", "@type"),
            text("service", "service"),
            text("view", "@view.name", "@view.url_path"),
            text("action", "@action.name"),
            text("resource", "@resource.url"),
            text("error", "@error.message"),
            of(
                    NANOS,
                    "duration",
                    "@resource.duration",
                    "@action.loading_time",
                    "@long_task.duration",
                    "@view.time_spent",
                    "@session.time_spent"),
            text("user", "@usr.email", "@usr.name", "@usr.id"),
            text("country", "@geo.country"),
            text("browser", "@browser.name"),
            text("application_id", "@application.id"),
            text("session_id", "@session.id"),
            of(TRACE, "trace_id", "@_dd.trace_id")),
    AUDIT(
            new Names("audit", "audit", "audit events"),
            Api.plain("/api/v2/audit/events/search", ""),
            List.of("timestamp"),
            listed("/audit-trail", has("@evt.name", "event")),
            text("event", "@evt.name"),
            text("action", "@action"),
            text("user", "@usr.email", "@usr.id"),
            text("message", "message"),
            text("method", "@http.method"),
            text("path", "@http.url_details.path"),
            of(NUMBER, "status_code", "@http.status_code"),
            text("client_ip", "@network.client.ip")),
    CI_PIPELINES(
            new Names("ci-pipelines", "ci_pipelines", "pipeline runs"),
            Api.plain("/api/v2/ci/pipelines/events/search", "/api/v2/ci/pipelines/analytics/aggregate"),
            List.of("@start", "timestamp"),
            listed("/ci/pipeline-executions", has("ci_level", "level") + "%20" + has("@ci.pipeline.name", "pipeline")),
            text("level", "ci_level"),
            text("pipeline", "@ci.pipeline.name"),
            text("stage", "@ci.stage.name"),
            text("job", "@ci.job.name"),
            text("status", "@ci.status"),
            of(NANOS, "duration", "@duration"),
            text("repository", "@git.repository.name"),
            text("branch", "@git.branch"),
            text("commit", "@git.commit.sha"),
            of(ADDRESS, "url", "@ci.job.url", "@ci.pipeline.url")),
    CI_TESTS(
            new Names("ci-tests", "ci_tests", "test runs"),
            Api.plain("/api/v2/ci/tests/events/search", "/api/v2/ci/tests/analytics/aggregate"),
            List.of("@start", "timestamp"),
            listed("/ci/test-runs", has("test_level", "level") + "%20" + has("@test.service", "service")),
            text("level", "test_level"),
            text("status", "@test.status"),
            text("service", "@test.service"),
            text("suite", "@test.suite"),
            text("test", "@test.name"),
            of(NANOS, "duration", "@duration"),
            of(FLAG, "flaky", "@test.is_flaky"),
            text("branch", "@git.branch"),
            text("commit", "@git.commit.sha"),
            of(ADDRESS, "url", "@ci.job.url", "@ci.pipeline.url")),
    EVENTS(
            new Names("events", "events", "events"),
            Api.plain("/api/v2/events/search", ""),
            List.of("timestamp"),
            event("/event/explorer"),
            text("title", "@title", "title"),
            text("message", "message"),
            text("status", "@status", "status"),
            text("source", "source", "@evt.type"),
            text("service", "@service", "service"),
            text("host", "@hostname", "host"),
            text("priority", "@priority"),
            of(NANOS, "duration", "@duration"),
            text("event_id", "@evt.id")),
    SECURITY_SIGNALS(
            new Names("security-signals", "security_signals", "security signals"),
            Api.plain("/api/v2/security_monitoring/signals/search", ""),
            List.of("timestamp"),
            event("/security"),
            text("status", "status"),
            text("title", "@title"),
            text("rule", "@workflow.rule.name"),
            text("rule_type", "@workflow.rule.type"),
            text("state", "@workflow.triage.state"),
            text("assignee", "@workflow.triage.assignee.name"),
            text("service", "service"),
            text("host", "host"),
            text("message", "message"));

    /**
     * What a product is called.
     *
     * @param wireName the {@code queryType} of saved queries
     * @param dataSource name in Datadog's v2 timeseries and scalar queries
     * @param plural how a sentence names the events
     */
    private record Names(String wireName, String dataSource, String plural) {}

    /**
     * Where a product is asked.
     *
     * @param aggregate empty where only Datadog's v2 timeseries and scalar queries count
     * @param wrapped whether requests and replies are JSON:API documents
     */
    private record Api(String search, String aggregate, boolean wrapped) {

        static Api plain(String search, String aggregate) {
            return new Api(search, aggregate, false);
        }

        static Api wrapped(String search, String aggregate) {
            return new Api(search, aggregate, true);
        }
    }

    private final Names names;
    private final Api api;
    private final List<String> times;
    private final String page;
    private final List<EventColumn> columns;

    EventProduct(Names names, Api api, List<String> times, String page, EventColumn... columns) {
        this.names = names;
        this.api = api;
        this.times = times;
        this.page = page;
        this.columns = List.of(columns);
    }

    /** Returns the {@code queryType} of saved queries, for example {@code ci-pipelines}. */
    public String wireName() {
        return names.wireName();
    }

    /** Returns the product's name in Datadog's v2 timeseries and scalar queries, for example {@code ci_pipelines}. */
    public String dataSource() {
        return names.dataSource();
    }

    /** Returns how a sentence names its events. */
    public String plural() {
        return names.plural();
    }

    public String searchPath() {
        return api.search();
    }

    /** Returns the path that counts events; empty where only v2 timeseries and scalar queries do. */
    public String aggregatePath() {
        return api.aggregate();
    }

    /** Returns whether requests are JSON:API documents. */
    public boolean isWrapped() {
        return api.wrapped();
    }

    /** Returns where an event's time is found, named as in {@link EventColumn#names()}. */
    public List<String> times() {
        return times;
    }

    /**
     * Returns the path of an event's page on Datadog's site, in which Grafana replaces {@code ${__value.raw}} by the
     * event's id and {@code ${__data.fields.<column>}} by the row's cell.
     */
    public String page() {
        return page;
    }

    /** Returns what a table of its events shows beside time, tags and id. */
    public List<EventColumn> columns() {
        return columns;
    }

    /** Returns the facets that Datadog's own names make likely, as they are written in a search. */
    public List<String> standardFacets() {
        return StandardFacets.of(this);
    }

    /** Returns whether a facet, such as {@code @duration}, is a length of time in nanoseconds. */
    public boolean isNanos(String facet) {
        return columns.stream()
                .filter(column -> column.kind() == NANOS)
                .anyMatch(column -> column.names().contains(facet));
    }

    /** Returns whether a search chooses among indexes and kinds of storage. */
    public boolean hasStorage() {
        return this == LOGS;
    }

    /** Finds a product by its {@link #wireName()}. */
    public static Optional<EventProduct> find(String wireName) {
        return Arrays.stream(values())
                .filter(product -> product.wireName().equals(wireName))
                .findFirst();
    }
}
