// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

/**
 * What happens to metrics for which the query's text chooses no rollup.
 *
 * @param method avg, sum, min, max or count; empty unless fixed
 * @param seconds width of a bucket, 0 unless fixed
 */
public record RollupPolicy(Kind kind, String method, long seconds) {

    /** Who chooses. */
    public enum Kind {
        /** The panel's interval, and a method that suits the metric's type. */
        AUTO,
        /** Datadog: its method for everything is avg. */
        NONE,
        /** The query, for all its metrics. */
        FIXED
    }

    /** The default. */
    public static final RollupPolicy AUTO = new RollupPolicy(Kind.AUTO, "", 0);

    public static final RollupPolicy NONE = new RollupPolicy(Kind.NONE, "", 0);

    /** Returns the policy of a query that chooses for all its metrics. */
    public static RollupPolicy fixed(String method, long seconds) {
        return new RollupPolicy(Kind.FIXED, method, seconds);
    }
}
