// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is to be made of the events that a query is about. */
public sealed interface EventTask {

    /** Most events of one answer. */
    int MAX_EVENTS = 10_000;

    /** Returns what is made of a task of this kind. */
    <T> T match(Cases<T> cases);

    /** One method for each kind of task, so that none is forgotten. */
    interface Cases<T> {
        T list(Listing listing);

        T aggregate(Aggregate aggregate);

        T annotate(Annotations annotations);

        T context(Context context);
    }

    /**
     * Shows the events themselves.
     *
     * @param limit most events
     * @param ascending whether the oldest come first, and are those a limit keeps
     * @param columns attributes to show beside the product's own columns
     */
    record Listing(int limit, boolean ascending, List<String> columns) implements EventTask {
        public Listing {
            columns = List.copyOf(columns);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.list(this);
        }
    }

    /**
     * Counts and measures.
     *
     * @param computes at least one
     * @param groups facets, the first is the outermost
     * @param reduction null for time series; of a reduction only limit and order count, Datadog makes the numbers
     * @param volume whether the series are a histogram of log lines by status, for the one above a list of logs
     */
    record Aggregate(
            List<Compute> computes,
            List<Group> groups,
            @Nullable Reduction reduction,
            boolean volume) implements EventTask {
        public Aggregate {
            computes = List.copyOf(computes);
            groups = List.copyOf(groups);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.aggregate(this);
        }
    }

    /** Shows the events as marks on other panels. */
    record Annotations(int limit) implements EventTask {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.annotate(this);
        }
    }

    /**
     * Shows what stands before or after an event.
     *
     * @param id of the event, which is not shown itself
     * @param fields what the others have in common with it, for example {@code host}
     * @param before whether what is older is shown
     */
    record Context(String id, Instant time, Map<String, String> fields, boolean before, int limit)
            implements EventTask {
        public Context {
            fields = Map.copyOf(fields);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.context(this);
        }
    }

    /**
     * One number of a group.
     *
     * @param aggregation one of {@link #AGGREGATIONS}
     * @param metric the facet that is measured, empty to count events
     */
    record Compute(String aggregation, String metric) {

        public static final List<String> AGGREGATIONS = List.of(
                "count", "cardinality", "sum", "avg", "min", "max", "median", "pc75", "pc90", "pc95", "pc98", "pc99");

        public static final Compute COUNT = new Compute("count", "");

        /** Returns whether it is zero where there is nothing; of other measures nothing is known there. */
        public boolean counts() {
            return aggregation.equals("count") || aggregation.equals("cardinality");
        }
    }

    /**
     * A facet whose values are told apart.
     *
     * @param limit most values
     * @param sort by which measure the first values are chosen
     * @param missing what events without the facet are called; null to leave them out
     */
    record Group(
            String facet,
            int limit,
            Compute sort,
            boolean ascending,
            @Nullable String missing) {

        /** Datadog's most, also for the product of the limits of all groups. */
        public static final int MAX_LIMIT = 10_000;
    }
}
