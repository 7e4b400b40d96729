// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.metricql.tree.Expression;
import io.dromedary.metricql.tree.Leaves;
import io.dromedary.metricql.tree.MetricQuery;
import io.dromedary.metricql.tree.Modified;
import io.dromedary.metricql.tree.Rollup;
import io.dromedary.query.Window;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/** The width of points that an expression asks for. */
final class AskedWidth {

    private AskedWidth() {}

    /** Returns nothing where it is no single length of time: calendars, layers, several widths. */
    static Optional<Duration> of(Expression expression, Window window) {
        boolean layered = Leaves.of(expression, Modified.class).stream()
                .flatMap(layer -> layer.modifiers().stream())
                .anyMatch(modifier -> Rollup.from(modifier).isPresent());
        var widths = Leaves.queries(expression).stream()
                .map(query -> of(query, window))
                .collect(Collectors.toSet());
        return layered || widths.size() > 1
                ? Optional.empty()
                : widths.stream().findFirst().orElse(Optional.of(window.interval()));
    }

    private static Optional<Duration> of(MetricQuery query, Window window) {
        var last = query.modifiers().stream()
                .flatMap(modifier -> Rollup.from(modifier).stream())
                .reduce((before, after) -> after);
        if (last.isEmpty()) {
            return Optional.of(window.interval());
        }
        var seconds = last.get().seconds();
        if (last.get().calendar() != null) {
            return Optional.empty();
        }
        return Optional.of(seconds == null ? window.interval() : Duration.ofSeconds(seconds.longValue()));
    }
}
