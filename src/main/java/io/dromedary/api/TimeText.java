// SPDX-License-Identifier: Apache-2.0
package io.dromedary.api;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** Points in time as people write them: {@code now}, {@code now-15m}, {@code 2026-11-23T10:00:00Z}, milliseconds. */
final class TimeText {

    private static final Pattern RELATIVE = Pattern.compile("now(?:([+-])(\\d{1,6})([smhdw]))?");
    private static final Pattern MILLIS = Pattern.compile("\\d{1,15}");

    private TimeText() {}

    /**
     * Returns milliseconds since 1970.
     *
     * @throws FailedException with status 400 if it is none of the forms
     */
    static long toMillis(String text, Clock clock) {
        var relative = RELATIVE.matcher(text);
        if (relative.matches()) {
            return clock.millis() + offset(relative.group(1), relative.group(2), relative.group(3));
        }
        if (MILLIS.matcher(text).matches()) {
            return Long.parseLong(text);
        }
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeException | ArithmeticException unreadable) {
            throw new FailedException(Failure.badRequest(
                    "\"" + text + "\" is no time; write now-1h, 2026-11-23T10:00:00Z or milliseconds since 1970"));
        }
    }

    private static long offset(String sign, String amount, String unit) {
        if (sign == null) {
            return 0;
        }
        var length = Long.parseLong(amount);
        var duration = switch (unit) {
            case "s" -> Duration.ofSeconds(length);
            case "m" -> Duration.ofMinutes(length);
            case "h" -> Duration.ofHours(length);
            case "d" -> Duration.ofDays(length);
            default -> Duration.ofDays(7 * length);
        };
        return sign.equals("-") ? -duration.toMillis() : duration.toMillis();
    }
}
