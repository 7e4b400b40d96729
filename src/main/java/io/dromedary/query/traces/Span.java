// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.traces;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One span of a trace.
 *
 * @param id unsigned decimal
 * @param parent unsigned decimal, null for a root
 * @param name Datadog's operation, such as {@code http.request}
 * @param resource what was asked for, such as {@code GET /cart}
 * @param startNanos since 1970
 * @param tags what Datadog has in {@code meta} and {@code metrics}, without its internal ones: texts and numbers
 * @param spanLinks JSON text of links to other spans, null if there are none
 */
record Span(
        String traceId,
        String id,
        @Nullable String parent,
        String service,
        String name,
        String resource,
        String type,
        BigInteger startNanos,
        BigInteger durationNanos,
        boolean failed,
        SortedMap<String, Object> tags,
        @Nullable String spanLinks) {

    /**
     * Returns milliseconds since 1970, with as much of their fraction as a double holds: about a quarter microsecond.
     */
    double startMillis() {
        return millis(startNanos);
    }

    double durationMillis() {
        return millis(durationNanos);
    }

    private static double millis(BigInteger nanos) {
        return new BigDecimal(nanos).movePointLeft(6).doubleValue();
    }

    /** Returns a tag as text, empty if there is none. */
    String tag(String key) {
        var value = tags.get(key);
        return value == null ? "" : value.toString();
    }
}
