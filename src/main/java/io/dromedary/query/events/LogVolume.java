// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import io.dromedary.query.events.AggregateReply.Bucket;
import java.util.Map;

/** Counts of log lines by status, as Grafana shows them above a list of logs: by its own levels, in the label level. */
final class LogVolume {

    private LogVolume() {}

    /** Returns the counts by level; several statuses may be of one level. */
    static AggregateReply byLevel(AggregateReply byStatus) {
        return new AggregateReply(
                byStatus.buckets().stream()
                        .map(bucket -> new Bucket(
                                Map.of("level", Severity.level(bucket.by().get("status"))), bucket.computes()))
                        .toList(),
                byStatus.state());
    }
}
