// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A metric and where its points come from.
 *
 * @param unit null when it has none
 * @param per what it is counted per, null when per nothing: {@code byte} per {@code second}
 */
public record Metric(
        String name,
        MetricType type,
        @Nullable Unit unit,
        @Nullable Unit per,
        String description,
        Source source) {

    /** Makes the series that may have points in a window of epoch milliseconds. */
    public interface Source {
        List<Series> in(long fromMs, long toMs);
    }

    /** The product that reports it, the first word of its name; null for a name of one word. */
    public @Nullable String integration() {
        int dot = name.indexOf('.');
        return dot < 0 ? null : name.substring(0, dot);
    }
}
