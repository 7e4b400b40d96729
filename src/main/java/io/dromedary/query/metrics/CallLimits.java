// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

/**
 * How much one call may ask. Datadog states no limit; these keep a call well within what an API gateway takes, and its
 * answer within reach.
 *
 * @param maxQueries most metric queries
 * @param maxTextLength most characters of queries and formulas together
 */
public record CallLimits(int maxQueries, int maxTextLength) {

    public CallLimits {
        if (maxQueries < 1 || maxTextLength < 1) {
            throw new IllegalArgumentException("nothing could be asked");
        }
    }
}
