// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.api.Call;
import io.dromedary.sandbox.api.RefusedCallException;
import java.util.concurrent.TimeUnit;

/**
 * The window of {@code from_ts} and {@code to_ts}, which are epoch seconds.
 *
 * @param fromMs epoch milliseconds, as is {@code toMs}
 */
record SloWindow(long fromMs, long toMs) {

    /** As long as Datadog keeps metrics. */
    private static final long RETENTION_MS = TimeUnit.DAYS.toMillis(456);

    private static final long LATEST_SECONDS = 253_402_300_800L;

    static SloWindow of(Call call) {
        var parameters = call.parameters();
        parameters.required("from_ts");
        parameters.required("to_ts");
        long from = parameters.number("from_ts", 0, 0, LATEST_SECONDS) * 1000;
        long to = parameters.number("to_ts", 0, 0, LATEST_SECONDS) * 1000;
        if (from >= to) {
            throw RefusedCallException.badRequest("Invalid timestamps: from_ts must be before to_ts");
        }
        if (from < call.nowMs() - RETENTION_MS) {
            throw RefusedCallException.badRequest("Invalid timestamps: from_ts is outside of the retention");
        }
        return new SloWindow(from, to);
    }
}
