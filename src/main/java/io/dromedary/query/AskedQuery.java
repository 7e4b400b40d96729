// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

/**
 * A query as it arrived at a door, nothing of it checked.
 *
 * @param queryType as the door names it beside the query; may be empty, then the query's own JSON tells
 * @param fromMillis begin of the window, milliseconds since 1970
 * @param toMillis end of the window, milliseconds since 1970
 * @param intervalMillis distance of points that suits the panel; 0 when unknown
 * @param maxDataPoints points the panel can draw; 0 when unknown
 * @param json the saved query: a JSON object, UTF-8
 */
public record AskedQuery(
        String refId,
        String queryType,
        long fromMillis,
        long toMillis,
        long intervalMillis,
        long maxDataPoints,
        byte[] json) {}
