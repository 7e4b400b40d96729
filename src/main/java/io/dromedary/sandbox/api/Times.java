// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Times as event-like products take them: {@code now-15m}, ISO-8601, or epoch milliseconds as a text. */
final class Times {

    private static final Pattern MATH = Pattern.compile("now(?:([+-])(\\d{1,6})(s|m|h|d|w|mo|y))?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");

    private Times() {}

    /** Epoch milliseconds; nothing when the text is no time. */
    static Optional<Long> parse(String text, long nowMs) {
        var math = MATH.matcher(text);
        if (math.matches()) {
            return Optional.of(
                    math.group(1) == null ? nowMs : nowMs + shift(math.group(1), math.group(2), math.group(3)));
        }
        if (NUMBER.matcher(text).matches()) {
            return Optional.of(Long.parseLong(text));
        }
        return iso(text);
    }

    private static Optional<Long> iso(String text) {
        try {
            var time = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text);
            long ms = time.toInstant().toEpochMilli();
            return ms >= 0 ? Optional.of(ms) : Optional.empty();
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static long shift(String sign, String count, String unit) {
        long one = switch (unit) {
            case "s" -> 1000;
            case "m" -> TimeUnit.MINUTES.toMillis(1);
            case "h" -> TimeUnit.HOURS.toMillis(1);
            case "d" -> TimeUnit.DAYS.toMillis(1);
            case "w" -> TimeUnit.DAYS.toMillis(7);
            case "mo" -> TimeUnit.DAYS.toMillis(30);
            default -> TimeUnit.DAYS.toMillis(365);
        };
        long amount = Long.parseLong(count) * one;
        return sign.equals("-") ? -amount : amount;
    }
}
