// SPDX-License-Identifier: Apache-2.0
package io.dromedary.watch;

import java.time.Duration;

/**
 * One query that is watched.
 *
 * @param instance name of a configured instance, empty for the only one
 * @param query a metric query, or a saved query as JSON
 * @param aggregator makes one number of a metric query's points: last, avg, min, max or sum
 * @param every how often it is asked
 * @param window how far back it looks
 * @param patience how long the threshold must be passed before it counts
 * @param to endpoint of Camel that changes are sent to, empty for none; may hold secrets
 */
record Watch(
        String name,
        String instance,
        String query,
        String aggregator,
        Side side,
        double threshold,
        Duration every,
        Duration window,
        Duration patience,
        String to) {

    /** On which side of the threshold it is bad. */
    enum Side {
        ABOVE,
        BELOW;

        boolean isBad(double value, double threshold) {
            return this == ABOVE ? value > threshold : value < threshold;
        }

        /** Returns the worse of two values. */
        boolean isWorse(double one, double other) {
            return this == ABOVE ? one > other : one < other;
        }

        String wireName() {
            return this == ABOVE ? "above" : "below";
        }
    }

    /** Tells nothing of where its events go. */
    @Override
    public String toString() {
        return "Watch[" + name + "]";
    }
}
