// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.regex.Pattern;

/** Functions that show the values of another time. */
final class TimeShift {

    private static final Pattern CALENDAR = Pattern.compile("-(\\d{1,3})(d|w|mo)");

    private static final double HOUR_SECONDS = 3600;
    private static final double DAY_SECONDS = 24 * HOUR_SECONDS;
    private static final double FARTHEST_SECONDS = 3653 * DAY_SECONDS;

    private TimeShift() {}

    /** From the time a point stands at to the one it is read at; nothing when the function is no shift. */
    static Optional<LongUnaryOperator> of(Arguments arguments) {
        return switch (arguments.owner()) {
            case "timeshift" -> Optional.of(by(arguments.number(1)));
            case "hour_before" -> Optional.of(by(-HOUR_SECONDS));
            case "day_before" -> Optional.of(by(-DAY_SECONDS));
            case "week_before" -> Optional.of(by(-7 * DAY_SECONDS));
            case "month_before" -> Optional.of(by(-28 * DAY_SECONDS));
            case "calendar_shift" -> Optional.of(calendar(arguments));
            default -> Optional.empty();
        };
    }

    private static LongUnaryOperator by(double seconds) {
        if (Math.abs(seconds) > FARTHEST_SECONDS) {
            throw new RefusedQueryException("timeshift() goes too far: at most ten years");
        }
        return time -> time + (long) (seconds * 1000);
    }

    private static LongUnaryOperator calendar(Arguments arguments) {
        ZoneId zone = Buckets.zone(arguments.textOr(2, "UTC"));
        var shift = CALENDAR.matcher(arguments.textOr(1, ""));
        if (!shift.matches()) {
            throw new RefusedQueryException("calendar_shift() takes a shift such as \"-1d\", \"-1w\" or \"-1mo\"");
        }
        int count = Integer.parseInt(shift.group(1));
        TemporalAmount amount = switch (shift.group(2)) {
            case "d" -> Period.ofDays(count);
            case "w" -> Period.ofWeeks(count);
            default -> Period.ofMonths(count);
        };
        return time -> Instant.ofEpochMilli(time)
                .atZone(zone)
                .minus(amount)
                .toInstant()
                .toEpochMilli();
    }
}
