// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import io.dromedary.metricql.change.Filter;
import io.dromedary.metricql.change.VariableValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One query, understood and checked. Each kind is answered by the route {@code query-<kind>}. */
public sealed interface Query {

    /** The kinds there are; the wire name is {@code queryType} in a saved query. */
    enum Kind {
        METRICS,
        /** All event-like products: logs, spans and others. */
        EVENTS,
        LISTS,
        TRACES,
        DDSQL,
        /** What Dromedary knows of itself. */
        SELF;

        public String wireName() {
            return switch (this) {
                case METRICS -> "metrics";
                case EVENTS -> "events";
                case LISTS -> "lists";
                case TRACES -> "traces";
                case DDSQL -> "ddsql";
                case SELF -> "self";
            };
        }
    }

    /** Returns the letter or name by which the panel knows the query. */
    String refId();

    Kind kind();

    /** Returns whether the panel does not show it: answered only where another query refers to it. */
    boolean hidden();

    Window window();

    /** Whatever has series or numbers and may stand in a formula. All travel together, by the route of metrics. */
    sealed interface Numeric extends Query permits Metrics, Measure, Slos {

        /** Returns the template of the series' names, empty for the default. */
        String legend();

        /** Returns how numbers are made of series, null for time series. */
        @Nullable
        Reduction reduction();

        @Override
        default Kind kind() {
            return Kind.METRICS;
        }
    }

    /**
     * A query in Datadog's metric query language.
     *
     * @param text the query as written, with the dashboard's variables in it
     * @param filters to be added to every scope of the query
     * @param variables what the dashboard's variables in the text stand for
     */
    record Metrics(
            String refId,
            boolean hidden,
            Window window,
            String text,
            String legend,
            @Nullable Reduction reduction,
            RollupPolicy rollup,
            List<Filter> filters,
            Map<String, VariableValue> variables)
            implements Numeric {

        public Metrics {
            filters = List.copyOf(filters);
            variables = Map.copyOf(variables);
        }

        /** Returns a query for time series, with the defaults of all else. */
        public static Metrics of(String refId, boolean hidden, Window window, String text, String legend) {
            return new Metrics(refId, hidden, window, text, legend, null, RollupPolicy.AUTO, List.of(), Map.of());
        }
    }

    /**
     * A query of an event-like product.
     *
     * @param legend template of the series' names, empty for the default
     */
    record Events(String refId, boolean hidden, Window window, EventSearch search, EventTask task, String legend)
            implements Query {

        @Override
        public Kind kind() {
            return Kind.EVENTS;
        }
    }

    /**
     * A table of what there is of a product: monitors, hosts, incidents and the like.
     *
     * @param product the query type as saved, for example {@code monitors}
     * @param mode what is wanted of it, empty for the product's default; the room of lists knows which there are
     * @param text the product's own search text with the dashboard's variables in it, may be empty
     * @param limit most rows, 1 to 10,000
     * @param ids which ones, for modes that need to know; may hold variables
     * @param options what else the product takes, by name; values may hold variables
     * @param reduction null for time series; without meaning for tables
     * @param filters ad-hoc filters
     * @param variables what the dashboard's variables stand for
     */
    record Lists(
            String refId,
            boolean hidden,
            Window window,
            String product,
            String mode,
            String text,
            int limit,
            List<String> ids,
            Map<String, String> options,
            @Nullable Reduction reduction,
            List<Filter> filters,
            Map<String, VariableValue> variables)
            implements Query {

        public Lists {
            ids = List.copyOf(ids);
            options = Map.copyOf(options);
            filters = List.copyOf(filters);
            variables = Map.copyOf(variables);
        }

        @Override
        public Kind kind() {
            return Kind.LISTS;
        }
    }

    /**
     * A query of another data source of Datadog's v2 queries: what APM, SLOs, processes, containers or the bill
     * measure. It is described by members, not by a text.
     *
     * @param source with the dashboard's variables and filters put in
     */
    record Measure(
            String refId,
            boolean hidden,
            Window window,
            QuerySource source,
            String legend,
            @Nullable Reduction reduction)
            implements Numeric {}

    /**
     * A measure of several SLOs, or of all that are found when it is run.
     *
     * @param source without the SLO
     * @param ids of those that are named
     * @param all whether all others are meant, too
     */
    record Slos(
            String refId,
            boolean hidden,
            Window window,
            QuerySource source,
            List<String> ids,
            boolean all,
            String legend,
            @Nullable Reduction reduction)
            implements Numeric {

        /**
         * Most SLOs of one query, as lists have it: each is a query to Datadog, and a panel of more lines shows
         * nothing.
         */
        public static final int MAX = 50;

        public Slos {
            ids = List.copyOf(ids);
        }

        /** Returns the measure of one of them; its series have the label {@code slo}. */
        public QuerySource source(String id, String name) {
            return source.of("slo_id", id, "slo", name);
        }
    }

    /**
     * A trace, or the map of services that call each other.
     *
     * @param product {@code trace} or {@code service-map}
     * @param traceId decimal or hexadecimal, may hold a variable; empty for the map
     * @param mode {@code waterfall}, {@code graph}, or empty for the default
     * @param text search text that chooses spans for the map, with variables in it; may be empty
     * @param env environment that the map shows, may hold a variable; empty for all
     * @param limit most services or calls of the map
     */
    record Traces(
            String refId,
            boolean hidden,
            Window window,
            String product,
            String traceId,
            String mode,
            String text,
            String env,
            int limit,
            List<Filter> filters,
            Map<String, VariableValue> variables)
            implements Query {

        public Traces {
            filters = List.copyOf(filters);
            variables = Map.copyOf(variables);
        }

        @Override
        public Kind kind() {
            return Kind.TRACES;
        }
    }

    /**
     * A query in Datadog's SQL.
     *
     * @param sql with the dashboard's variables in it
     * @param limit most rows, 1 to 10,000
     * @param variables what the dashboard's variables stand for
     */
    record Ddsql(
            String refId,
            boolean hidden,
            Window window,
            String sql,
            int limit,
            List<Filter> filters,
            Map<String, VariableValue> variables)
            implements Query {

        public Ddsql {
            filters = List.copyOf(filters);
            variables = Map.copyOf(variables);
        }

        @Override
        public Kind kind() {
            return Kind.DDSQL;
        }
    }

    /** A query of what Dromedary counts itself, since it was started. */
    record Self(String refId, boolean hidden, Window window, Mode mode) implements Query {

        /** What is shown. */
        public enum Mode {
            /** Calls to Datadog by address and status. */
            CALLS,
            CACHES,
            /** What is left of the rate limits of the data source's keys. */
            BUDGET
        }

        @Override
        public Kind kind() {
            return Kind.SELF;
        }
    }
}
