// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The data sources of Datadog's v2 queries that are described by members, and which members they take (Datadog's
 * schemas of {@code TimeseriesQuery}). Values are left to Datadog to judge: it learns new ones.
 */
enum MeasureType {
    APM_RESOURCES(
            "apm-resources",
            "apm_resource_stats",
            false,
            null,
            required("stat"),
            required("env"),
            required("service"),
            text("operationName", "operation_name"),
            text("resourceName", "resource_name"),
            text("primaryTagName", "primary_tag_name"),
            text("primaryTagValue", "primary_tag_value"),
            groupBy()),
    APM_METRICS(
            "apm-metrics",
            "apm_metrics",
            false,
            "query_filter",
            required("stat"),
            text("service", "service"),
            text("operationName", "operation_name"),
            text("operationMode", "operation_mode"),
            text("resourceName", "resource_name"),
            text("resourceHash", "resource_hash"),
            search("queryFilter", "query_filter"),
            text("spanKind", "span_kind"),
            new Member("peerTags", "peer_tags", Form.KEYS, false),
            groupBy()),
    APM_DEPENDENCIES(
            "apm-dependencies",
            "apm_dependency_stats",
            false,
            null,
            required("stat"),
            required("env"),
            required("service"),
            new Member("operationName", "operation_name", Form.TEXT, true),
            new Member("resourceName", "resource_name", Form.TEXT, true),
            new Member("isUpstream", "is_upstream", Form.FLAG, false),
            text("primaryTagName", "primary_tag_name"),
            text("primaryTagValue", "primary_tag_value")),
    SLO_MEASURES(
            "slo-measures",
            "slo",
            false,
            "additional_query_filters",
            required("measure"),
            new Member("sloId", "slo_id", Form.IDS, true),
            text("sloQueryType", "slo_query_type"),
            text("groupMode", "group_mode"),
            search("additionalQueryFilters", "additional_query_filters")),
    PROCESSES("processes", "process", true, "tag_filters", ofProcesses()),
    CONTAINERS("containers", "container", true, "tag_filters", ofProcesses());

    private final String queryType;
    private final String dataSource;
    private final boolean aggregated;
    private final @Nullable String filters;
    private final List<Member> members;

    MeasureType(String queryType, String dataSource, boolean aggregated, @Nullable String filters, Member... members) {
        this.queryType = queryType;
        this.dataSource = dataSource;
        this.aggregated = aggregated;
        this.filters = filters;
        this.members = List.of(members);
    }

    /** What a member holds. */
    enum Form {
        /** One value. */
        TEXT,
        /** One value or several, each of which makes a query of its own. */
        IDS,
        /** A condition in the syntax of event searches. */
        SEARCH,
        /** Keys of tags. */
        KEYS,
        /** {@code key:value} filters that all apply. */
        FILTERS,
        FLAG,
        WHOLE
    }

    /**
     * One member.
     *
     * @param saved its name in a saved query
     * @param wire its name in Datadog's request
     */
    record Member(String saved, String wire, Form form, boolean required) {}

    static Optional<MeasureType> of(String queryType) {
        return Arrays.stream(values())
                .filter(type -> type.queryType.equals(queryType))
                .findFirst();
    }

    String queryType() {
        return queryType;
    }

    String dataSource() {
        return dataSource;
    }

    /** Returns whether scalars need an aggregator. */
    boolean aggregated() {
        return aggregated;
    }

    /** Returns the wire name of the member that takes filters on any tag, null if there is none. */
    @Nullable
    String filters() {
        return filters;
    }

    List<Member> members() {
        return members;
    }

    private static Member required(String name) {
        return new Member(name, name, Form.TEXT, true);
    }

    private static Member text(String saved, String wire) {
        return new Member(saved, wire, Form.TEXT, false);
    }

    private static Member search(String saved, String wire) {
        return new Member(saved, wire, Form.SEARCH, false);
    }

    private static Member groupBy() {
        return new Member("groupBy", "group_by", Form.KEYS, false);
    }

    private static Member[] ofProcesses() {
        return new Member[] {
            required("metric"),
            new Member("tagFilters", "tag_filters", Form.FILTERS, false),
            search("textFilter", "text_filter"),
            new Member("limit", "limit", Form.WHOLE, false),
            text("sort", "sort"),
            new Member("normalizedCpu", "is_normalized_cpu", Form.FLAG, false)
        };
    }
}
