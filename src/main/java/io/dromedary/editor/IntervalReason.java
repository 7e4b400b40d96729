// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dromedary.query.AskedQuery;
import io.dromedary.query.Intervals;
import io.dromedary.query.Query;
import io.dromedary.query.QueryBatch;
import io.dromedary.query.QueryGroup;
import io.dromedary.query.RollupPolicy;
import java.time.Duration;

/** Says in words why points are as wide as they are. */
final class IntervalReason {

    private IntervalReason() {}

    static void write(QueryBatch batch, QueryGroup group, ObjectNode out) {
        var query = group.queries().get(0);
        var refId = query.refId();
        var asked = batch.queries().stream()
                .filter(one -> one.refId().equals(refId))
                .findFirst()
                .orElseThrow();
        if (query instanceof Query.Metrics metrics && metrics.rollup().kind() == RollupPolicy.Kind.FIXED) {
            var rollup = metrics.rollup();
            out.put("seconds", rollup.seconds());
            out.put(
                    "why",
                    "Query " + refId + " has a rollup of its own: " + rollup.method() + " of "
                            + words(Duration.ofSeconds(rollup.seconds())) + ".");
            return;
        }
        long seconds = group.window().interval().toSeconds();
        out.put("seconds", seconds);
        out.put("why", why(asked, group.window().range().length(), seconds));
    }

    private static String why(AskedQuery asked, Duration length, long seconds) {
        var span = words(length);
        if (asked.intervalMillis() > 0 && seconds == Math.max(1, Intervals.ceilDiv(asked.intervalMillis(), 1_000))) {
            return "The panel asks for points of " + words(Duration.ofMillis(asked.intervalMillis())) + "; " + span
                    + " has no more of them than it can draw.";
        }
        long most = asked.maxDataPoints() > 0
                ? Math.min(asked.maxDataPoints(), Intervals.MAX_POINTS)
                : Intervals.MAX_POINTS;
        var whose = most == asked.maxDataPoints()
                ? " points that the panel can draw"
                : " points that Datadog gives at most";
        long needed = Math.max(1, Intervals.ceilDiv(length.toSeconds(), most));
        var next = needed == seconds
                ? "."
                : "; " + words(Duration.ofSeconds(seconds)) + " is the next width that is easy to read.";
        return span + " in the " + most + whose + " need points of " + words(Duration.ofSeconds(needed)) + next;
    }

    private static String words(Duration duration) {
        if (duration.toMillis() % 1_000 != 0) {
            return duration.toMillis() + " ms";
        }
        long seconds = duration.toSeconds();
        if (seconds >= 86_400 && seconds % 86_400 == 0) {
            return seconds / 86_400 + " d";
        }
        if (seconds >= 3_600 && seconds % 3_600 == 0) {
            return seconds / 3_600 + " h";
        }
        return seconds >= 60 && seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }
}
