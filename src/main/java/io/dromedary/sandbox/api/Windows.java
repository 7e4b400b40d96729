// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import io.dromedary.sandbox.eval.Window;
import java.util.concurrent.TimeUnit;

/** Checks windows of time. */
final class Windows {

    /** Datadog keeps metrics for fifteen months. */
    private static final long RETENTION_MS = TimeUnit.DAYS.toMillis(456);

    private Windows() {}

    static Window of(long fromMs, long toMs, long intervalMs, long nowMs) {
        if (fromMs >= toMs) {
            throw RefusedCallException.badRequest("The query start time must be before the end time");
        }
        if (toMs < nowMs - RETENTION_MS) {
            // recording: a timeseries query of long ago
            throw RefusedCallException.badRequest("Queries ending outside the retention date are invalid");
        }
        return new Window(Math.max(fromMs, nowMs - RETENTION_MS), toMs, intervalMs, nowMs);
    }
}
