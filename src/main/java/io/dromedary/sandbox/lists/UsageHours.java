// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.api.Call;
import io.dromedary.sandbox.api.RefusedCallException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/**
 * The hours that usage is asked for, as far as they are over.
 *
 * @param fromMs a full hour, epoch milliseconds, as is {@code toMs}
 */
record UsageHours(long fromMs, long toMs) {

    static final long HOUR_MS = TimeUnit.HOURS.toMillis(1);
    private static final long RETENTION_MS = TimeUnit.DAYS.toMillis(456);

    static UsageHours of(Call call, String startName, String endName) {
        long now = floor(call.nowMs());
        long from = floor(time(call.parameters().required(startName)));
        long to = call.parameters()
                .text(endName)
                .map(UsageHours::time)
                .map(UsageHours::floor)
                .orElse(now);
        if (from >= to && from < now) {
            throw RefusedCallException.badRequest("The start must be before the end");
        }
        return new UsageHours(Math.max(from, floor(call.nowMs() - RETENTION_MS)), Math.max(from, Math.min(to, now)));
    }

    private static long floor(long epochMs) {
        return epochMs - Math.floorMod(epochMs, HOUR_MS);
    }

    long count() {
        return Math.max(0, (toMs - fromMs) / HOUR_MS);
    }

    /** {@code 2026-03-10T14}, with minutes, seconds and an offset if somebody sends them. */
    private static long time(String text) {
        try {
            String whole = text.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}") ? text + ":00" : text;
            return whole.matches(".*([Zz]|[+-]\\d{2}:?\\d{2})$")
                    ? OffsetDateTime.parse(whole).toInstant().toEpochMilli()
                    : LocalDateTime.parse(whole).toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw RefusedCallException.badRequest("Invalid date: " + text + ". Expected YYYY-MM-DDThh");
        }
    }
}
