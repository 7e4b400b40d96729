// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

/** One query, understood and checked. Each kind is answered by the route {@code query-<kind>}. */
public sealed interface Query {

    /** The kinds there are; the wire name is {@code queryType} in a saved query. */
    enum Kind {
        METRICS;

        public String wireName() {
            return switch (this) {
                case METRICS -> "metrics";
            };
        }
    }

    /** Returns the letter or name by which the panel knows the query. */
    String refId();

    Kind kind();

    /** Returns whether the panel does not show it: answered only where another query refers to it. */
    boolean hidden();

    Window window();

    /**
     * A query in Datadog's metric query language.
     *
     * @param text the query as written, variables already replaced by the front end
     * @param legend template of the series' names, empty for the default
     */
    record Metrics(String refId, boolean hidden, Window window, String text, String legend) implements Query {
        @Override
        public Kind kind() {
            return Kind.METRICS;
        }
    }
}
